import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { FIGURE_ROUTES } from '@xiuzhi/contract';
import { Button, Dropdown, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useDownload } from '../../ui/use-download.ts';
import { NotReady } from '../manuscripts/not-ready.tsx';
import { RenewReview } from '../manuscripts/renew-review.tsx';
import { FigureLedger } from './figure-ledger.tsx';
import { GroupDrawer } from './group-drawer.tsx';
import { GroupList } from './group-list.tsx';
import type { GroupName } from './group-name.ts';
import { filterInput, readLedgerView } from './ledger-view.ts';
import './figures.css';

/** Ledger of figures of a text (数据台账): every quantity to sort, filter and follow, and what contradicts what. */
export function FiguresPage() {
  const id = useParams()['id']!;
  const [parameters, setParameters] = useSearchParams();
  const [group, setGroup] = useState<GroupName | null>(null);
  const revision = useQuery(api.manuscripts.get.queryOptions({ input: { id } }));
  if (revision.error && !revision.data) {
    return (
      <div className="page">
        <FaultNotice error={revision.error} onRetry={() => void revision.refetch()} />
      </div>
    );
  }
  if (!revision.data) return <PageSkeleton rows={12} />;
  if (revision.data.state !== 'ready') return <NotReady revision={revision.data} />;
  const tab = parameters.get('tab') === 'groups' ? 'groups' : 'ledger';
  const { title, number, workId } = revision.data;
  return (
    <div className="page ledger-page">
      <PageTitle
        title={`${title}　数据台账`}
        note={`第${number}稿`}
        actions={
          <>
            <Link to={`/works/${workId}?settings=verdicts`}>
              <Button data-testid="figures-settings">审校设置</Button>
            </Link>
            <RenewReview id={id} />
            <ExportLedger revision={revision.data} />
            <Link to={`/revisions/${id}`}>
              <Button type="primary" data-testid="figures-read">
                去审读
              </Button>
            </Link>
          </>
        }
      />
      <Tabs
        className="ledger-tabs"
        activeKey={tab}
        onChange={(key) => setParameters(key === 'groups' ? { tab: 'groups' } : {}, { replace: true })}
        items={[
          { key: 'ledger', label: '全部数据', children: <FigureLedger id={id} onGroup={setGroup} /> },
          { key: 'groups', label: '同一指标对照', children: <GroupList id={id} onGroup={setGroup} /> },
        ]}
      />
      {group && <GroupDrawer id={id} group={group} onClose={() => setGroup(null)} />}
    </div>
  );
}

function ExportLedger({ revision: { id, title } }: { revision: Outputs['manuscripts']['get'] }) {
  const [parameters] = useSearchParams();
  const { saving, download } = useDownload();
  const save = (route: string, extension: string) => {
    const query = new URLSearchParams(filterInput(readLedgerView(parameters))).toString();
    download(`${fillRoute(route, { id })}${query && `?${query}`}`, `${title}（数据台账）.${extension}`);
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: <span data-testid="figures-xlsx">Excel 表（按当前筛选）</span> },
          { key: 'json', label: <span data-testid="figures-json">JSON 数据（按当前筛选）</span> },
        ],
        onClick: ({ key }) => save(key === 'xlsx' ? FIGURE_ROUTES.ledgerXlsx : FIGURE_ROUTES.ledgerJson, key),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={saving} data-testid="figures-export">
        导出
      </Button>
    </Dropdown>
  );
}
