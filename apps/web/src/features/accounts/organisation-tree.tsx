import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton, Tag, Tree, type TreeDataNode } from 'antd';
import { useState } from 'react';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import './accounts.css';

type Organisation = Outputs['accounts']['listOrganisations'][number];

/** What stands beside the name of one that is no part of the office's own tree. */
const MARKS: Partial<Record<Organisation['kind'], string>> = { partyOrganisation: '党', partner: '协作' };

/** Where the tree stands above what it chooses, it leaves that in sight. */
const NARROW = '(max-width: 860px)';

const levelOf = (parentId: string, ended: boolean) =>
  api.accounts.listOrganisations.queryOptions({ input: { parentId, ended }, staleTime: 60_000 });

/**
 * Tree of the organisations (机构), each level fetched when unfolded; picking the picked one again lets go of it. With
 * `ended` also those that were merged into others.
 */
export function OrganisationTree({
  selected,
  onSelect,
  ended = false,
}: {
  selected: string | null;
  onSelect: (organisation: { id: string; name: string } | null) => void;
  ended?: boolean;
}) {
  const queryClient = useQueryClient();
  const roots = useQuery(api.accounts.listOrganisations.queryOptions({ input: { ended }, staleTime: 60_000 }));
  const [opened, setOpened] = useState<readonly string[]>([]);
  // Queries, so that a level that has changed is read again by itself.
  const levels = useQueries({ queries: opened.map((parentId) => levelOf(parentId, ended)) });
  const below = new Map(opened.map((parentId, index) => [parentId, levels[index]?.data]));
  const node = (organisation: Organisation): TreeDataNode & { name: string } => {
    const children = below.get(organisation.id);
    const mark = MARKS[organisation.kind];
    return {
      key: organisation.id,
      title: (
        <span className={organisation.endedOn ? 'muted' : undefined}>
          {organisation.name}
          {organisation.endedOn && '（已撤并）'}
          {mark && <Tag className="organisation-mark">{mark}</Tag>}
        </span>
      ),
      name: organisation.name,
      isLeaf: organisation.children === 0,
      ...(children && { children: children.map(node) }),
    };
  };
  if (roots.error) return <FaultNotice error={roots.error} onRetry={() => void roots.refetch()} />;
  if (roots.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  return (
    <Tree
      blockNode
      virtual
      height={matchMedia(NARROW).matches ? 300 : 560}
      treeData={roots.data.map(node)}
      data-testid="organisation-tree"
      selectedKeys={selected ? [selected] : []}
      defaultExpandedKeys={roots.data.length === 1 ? [roots.data[0]!.id] : []}
      loadData={async ({ key }) => {
        const parentId = String(key);
        await queryClient.fetchQuery(levelOf(parentId, ended));
        setOpened((before) => (before.includes(parentId) ? before : [...before, parentId]));
      }}
      onSelect={(_keys, { node: { key, name }, selected: picked }) =>
        onSelect(picked ? { id: String(key), name } : null)
      }
    />
  );
}
