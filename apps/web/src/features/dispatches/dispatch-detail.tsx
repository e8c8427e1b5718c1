import { DownOutlined } from '@ant-design/icons';
import { DISPATCH_ROUTES } from '@xiuzhi/contract';
import { Alert, Button, Descriptions, Dropdown, Popconfirm } from 'antd';
import { Link } from 'react-router';

import { fillRoute } from '../../ui/download-file.ts';
import { formatDay } from '../../ui/format-day.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { useDownload } from '../../ui/use-download.ts';
import { type Dispatch, describeState } from './dispatch-words.ts';
import type { DispatchSteps } from './use-dispatch-steps.tsx';

/** Copy in full (来稿全文): where it comes from, who approved it, what became of it, its text, and what can be done. */
export function DispatchDetail({
  dispatch,
  steps,
  onTake,
  onDecline,
}: {
  dispatch: Dispatch;
  steps: DispatchSteps;
  onTake: () => void;
  onDecline: () => void;
}) {
  const { id, version, state, allowed, reason, issueId, callTopic, originalName } = dispatch;
  const { saving, download } = useDownload();
  const print = (format: string) =>
    download(fillRoute(DISPATCH_ROUTES.sheet, { id, format }), `信息报送审签单.${format}`);
  return (
    <article className="dispatch" data-testid="dispatch">
      <div className="dispatch-actions">
        {allowed.decide && state === 'sent' && (
          <>
            <Button type="primary" onClick={onTake} data-testid="dispatch-take">
              采用
            </Button>
            <Button onClick={onDecline} data-testid="dispatch-decline">
              不采用
            </Button>
          </>
        )}
        {allowed.decide && (state === 'declined' || (state === 'taken' && !dispatch.issueNumber)) && (
          <Button
            loading={steps.putBack.isPending}
            onClick={() => steps.putBack.mutate({ id, version })}
            data-testid="dispatch-put-back"
          >
            改回待处理
          </Button>
        )}
        {allowed.withdraw && (
          <Popconfirm
            title="撤回这篇来稿？"
            description="撤回后对方不再看到；改好以后可重新报送。"
            okText="撤回"
            okButtonProps={{ 'data-testid': 'dispatch-withdraw-confirm' }}
            onConfirm={() => steps.withdraw.mutate({ id, version })}
          >
            <Button loading={steps.withdraw.isPending} data-testid="dispatch-withdraw">
              撤回
            </Button>
          </Popconfirm>
        )}
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'pdf', label: <span data-testid="sheet-pdf">PDF</span> },
              { key: 'docx', label: <span data-testid="sheet-docx">Word（.docx）</span> },
            ],
            onClick: ({ key }) => print(key),
          }}
        >
          <Button loading={saving} data-testid="dispatch-sheet">
            审签单 <DownOutlined />
          </Button>
        </Dropdown>
      </div>
      {state === 'declined' && reason && (
        <Alert type="info" showIcon className="spaced" title={`未采用：${reason}`} data-testid="dispatch-reason" />
      )}
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 1, md: 2 }}
        items={[
          {
            key: 'state',
            label: '状态',
            children: (
              <span data-testid="dispatch-state">
                {describeState(dispatch)}
                {issueId && (
                  <Link to={`/bulletins/${issueId}`} className="dispatch-issue" data-testid="dispatch-issue">
                    查看该期
                  </Link>
                )}
              </span>
            ),
          },
          {
            key: 'sentAt',
            label: '报送时间',
            children: <span className="number">{formatInstant(dispatch.sentAt)}</span>,
          },
          { key: 'from', label: '报送单位', children: dispatch.from.name },
          { key: 'series', label: '报往', children: `${dispatch.seriesName}（${dispatch.to.name}）` },
          { key: 'approved', label: '审签', children: `${dispatch.approvedBy}，${formatDay(dispatch.approvedOn)}` },
          { key: 'source', label: '署名', children: dispatch.source },
          ...(callTopic ? [{ key: 'call', label: '约稿', children: callTopic }] : []),
          ...(originalName ? [{ key: 'file', label: '来自文件', children: originalName }] : []),
        ]}
      />
      <div className="dispatch-text">
        <h2>{dispatch.title}</h2>
        {dispatch.body.split('\n').map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
        <p className="dispatch-source">（{dispatch.source}）</p>
      </div>
    </article>
  );
}
