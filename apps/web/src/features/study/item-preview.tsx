import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Empty, Modal, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { BeginDraft } from '../bulletins/begin-draft.tsx';
import type { Session } from './session-words.ts';

/** The item that is drafted from a session (转拟简讯), as it reads now, and the way into an issue. */
export function ItemPreview({ session, isDirty }: { session: Session | null; isDirty: boolean }) {
  const [drafting, setDrafting] = useState(false);
  const item = useQuery(
    api.study.preview.queryOptions({ input: { id: session?.id ?? '' }, enabled: session !== null }),
  );
  return (
    <Card
      size="small"
      title="简讯预览"
      className="study-preview"
      extra={
        session?.issueId ? (
          <Link to={`/bulletins/${session.issueId}`} data-testid="session-issue">
            已编入简讯，查看该期
          </Link>
        ) : (
          session?.allowed.edit && (
            <Button
              type="primary"
              size="small"
              disabled={isDirty}
              onClick={() => setDrafting(true)}
              data-testid="session-draft"
            >
              编入简讯
            </Button>
          )
        )
      }
    >
      {!session ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="保存以后，这里显示由记录拟出的简讯。" />
      ) : item.error ? (
        <FaultNotice error={item.error} onRetry={() => void item.refetch()} />
      ) : item.data ? (
        <>
          {isDirty && <Alert type="info" showIcon className="spaced" title="有改动尚未保存，保存后更新预览。" />}
          <div className="study-item" data-testid="session-item">
            <h3>{item.data.title}</h3>
            {item.data.body.split('\n').map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </>
      ) : (
        <Skeleton active />
      )}
      {drafting && session && <DraftDialog session={session} onClose={() => setDrafting(false)} />}
    </Card>
  );
}

/** Dialog that puts the item into an issue under way of a political-work series. */
function DraftDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const drafts = useQuery(api.bulletins.list.queryOptions({ input: { state: 'draft', limit: 100 } }));
  const series = useQuery(api.bulletins.listSeries.queryOptions());
  const own = (series.data ?? []).filter(
    ({ kind, organisation }) => kind === 'politicalWork' && organisation.id === session.organisation.id,
  );
  const items = (drafts.data?.items ?? []).filter(({ seriesId }) => own.some(({ id }) => id === seriesId));
  const usable = own.filter(({ endedOn, allowed }) => !endedOn && allowed.draft);
  const issueId = chosen ?? items[0]?.id;
  const draft = useMutation(
    api.study.draft.mutationOptions({
      onSuccess: () => {
        void message.success('已编入，可到该期中修改。');
        onClose();
      },
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: api.study.key() });
        void queryClient.invalidateQueries({ queryKey: api.bulletins.key() });
      },
    }),
  );
  const error = drafts.error ?? series.error;
  const isReady = drafts.data !== undefined && series.data !== undefined;
  return (
    <Modal
      open
      title="编入简讯"
      okText="编入"
      onCancel={onClose}
      onOk={() => issueId && draft.mutate({ id: session.id, version: session.version, issueId })}
      confirmLoading={draft.isPending}
      okButtonProps={{ disabled: !issueId, 'data-testid': 'session-draft-save' }}
    >
      {error && <FaultNotice error={error} onRetry={() => void drafts.refetch()} />}
      {draft.error && <Alert type="error" showIcon className="spaced" title={describeFault(draft.error)} />}
      {isReady && items.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            usable.length > 0
              ? '本单位没有拟稿中的政工简讯。新建以后即可编入。'
              : '本单位还没有政工简讯一类的刊物。请先在“简报”页新设刊物。'
          }
        >
          {usable.length > 0 ? <BeginDraft series={usable} /> : <Link to="/bulletins">去新设刊物</Link>}
        </Empty>
      )}
      <Radio.Group
        className="study-drafts"
        value={issueId}
        onChange={({ target }) => setChosen(target.value as string)}
        data-testid="session-draft-issue"
        options={items.map(({ id, seriesName, issuedOn, firstTitle }) => ({
          value: id,
          label: `${seriesName}：${issuedOn ? `${formatDay(issuedOn)}拟稿` : '拟稿（未定日期）'}${firstTitle ? `，${firstTitle}` : ''}`,
        }))}
      />
    </Modal>
  );
}
