import { useQuery } from '@tanstack/react-query';
import { ORGANISATION_KIND_NAMES } from '@xiuzhi/domain';
import { Alert, Breadcrumb, Button, Card, Skeleton, Table, Tag, Typography, type TableColumnsType } from 'antd';
import { useState } from 'react';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { CreateOrganisation } from './create-organisation.tsx';
import { MergeOrganisation } from './merge-organisation.tsx';
import { MoveOrganisation } from './move-organisation.tsx';
import { OrganisationPosts } from './organisation-posts.tsx';
import { RenameOrganisation } from './rename-organisation.tsx';

/** Organisation in full (机构详情) as its page shows it. */
type Detail = Outputs['organisations']['get'];

const DIALOGS = {
  rename: RenameOrganisation,
  create: CreateOrganisation,
  move: MoveOrganisation,
  merge: MergeOrganisation,
} as const;

const NAMES: TableColumnsType<Detail['names'][number]> = [
  { title: '名称', dataIndex: 'name' },
  { title: '启用', dataIndex: 'since', width: 120, render: (since: string | null) => since ?? '初设' },
  { title: '停用', dataIndex: 'until', width: 120, render: (until: string | null) => until ?? '现用' },
];

/** One organisation: where it hangs, its names over time, and what may be changed (机构详情). */
export function OrganisationDetail({ id, onOpen }: { id: string; onOpen: (id: string | null) => void }) {
  const found = useQuery(api.organisations.get.queryOptions({ input: { id } }));
  const [dialog, setDialog] = useState<keyof typeof DIALOGS | null>(null);
  if (found.error) return <FaultNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton active />;
  const organisation = found.data;
  const { holds, may, successor } = organisation;
  const Dialog = dialog && DIALOGS[dialog];
  return (
    <>
      <Card data-testid="organisation-detail">
        <Breadcrumb
          items={organisation.ancestors.map((ancestor) => ({
            key: ancestor.id,
            title: <a onClick={() => onOpen(ancestor.id)}>{ancestor.name}</a>,
          }))}
        />
        <div className="organisation-head">
          <Typography.Title level={5}>{organisation.name}</Typography.Title>
          <Tag>{ORGANISATION_KIND_NAMES[organisation.kind]}</Tag>
          {organisation.regionCode && <span className="muted number">行政区划代码 {organisation.regionCode}</span>}
        </div>
        {successor && (
          <Alert
            type="info"
            showIcon
            title={
              <>
                {organisation.endedOn} 止，已并入 <a onClick={() => onOpen(successor.id)}>{successor.name}</a>。
              </>
            }
          />
        )}
        {holds && (
          <div className="muted">
            下级机构 {holds.organisations} 个，在任岗位 {holds.posts} 个，志鉴项目 {holds.works} 个（含下级）
          </div>
        )}
        {may.change && (
          <div className="organisation-actions">
            <Button onClick={() => setDialog('rename')} data-testid="organisation-rename">
              改名
            </Button>
            {organisation.kind !== 'partner' && (
              <Button onClick={() => setDialog('create')} data-testid="organisation-create">
                新增下级
              </Button>
            )}
            {may.move && (
              <>
                <Button onClick={() => setDialog('move')} data-testid="organisation-move">
                  移动
                </Button>
                <Button onClick={() => setDialog('merge')} data-testid="organisation-merge">
                  合并
                </Button>
              </>
            )}
          </div>
        )}
      </Card>
      <Card size="small" title="名称沿革" styles={{ body: { padding: 0 } }}>
        <Table
          size="small"
          rowKey={({ since }) => since ?? ''}
          columns={NAMES}
          dataSource={organisation.names}
          pagination={false}
          data-testid="organisation-names"
        />
      </Card>
      {may.change && <OrganisationPosts id={id} />}
      {Dialog && <Dialog organisation={organisation} onClose={() => setDialog(null)} onOpen={onOpen} />}
    </>
  );
}
