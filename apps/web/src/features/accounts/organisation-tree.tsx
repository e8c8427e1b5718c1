import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Skeleton, Tree, type TreeDataNode } from 'antd';
import { useMemo, useState } from 'react';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';

type Organisation = Outputs['accounts']['listOrganisations'][number];

/** Tree of the organisations (机构), each level fetched when unfolded; picking the picked one again lets go of it. */
export function OrganisationTree({
  selected,
  onSelect,
}: {
  selected: string | null;
  onSelect: (organisation: { id: string; name: string } | null) => void;
}) {
  const queryClient = useQueryClient();
  const roots = useQuery(api.accounts.listOrganisations.queryOptions({ input: {}, staleTime: 60_000 }));
  const [below, setBelow] = useState<ReadonlyMap<string, Organisation[]>>(new Map());
  const data = useMemo(() => {
    const node = (organisation: Organisation): TreeDataNode & { name: string } => ({
      key: organisation.id,
      title: organisation.name,
      name: organisation.name,
      isLeaf: organisation.children === 0,
      ...(below.has(organisation.id) && { children: below.get(organisation.id)!.map(node) }),
    });
    return roots.data?.map(node) ?? [];
  }, [roots.data, below]);
  if (roots.error) return <FaultNotice error={roots.error} onRetry={() => void roots.refetch()} />;
  if (roots.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  return (
    <Tree
      blockNode
      virtual
      height={560}
      treeData={data}
      data-testid="organisation-tree"
      selectedKeys={selected ? [selected] : []}
      defaultExpandedKeys={roots.data.length === 1 ? [roots.data[0]!.id] : []}
      loadData={async ({ key }) => {
        const parentId = String(key);
        const children = await queryClient.fetchQuery(
          api.accounts.listOrganisations.queryOptions({ input: { parentId }, staleTime: 60_000 }),
        );
        setBelow((before) => new Map(before).set(parentId, children));
      }}
      onSelect={(_keys, { node, selected: picked }) =>
        onSelect(picked ? { id: String(node.key), name: node.name } : null)
      }
    />
  );
}
