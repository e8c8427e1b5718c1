import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Popconfirm, Skeleton, Tag } from 'antd';

import { api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { useAllowed } from '../accounts/use-me.ts';

/** What is not raised in this work any more (不再提示), each to be taken back. */
export function SuppressionsTab({ workId }: { workId: string }) {
  const { message } = App.useApp();
  const may = useAllowed('reviews.decide');
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(
    api.reviews.suppressions.infiniteOptions({
      input: (cursor: string | undefined) => ({ workId, limit: 100, ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const undo = useMutation(
    api.reviews.unsuppress.mutationOptions({
      onSuccess: ({ seqs }) =>
        message.success(
          seqs.length > 0
            ? `已恢复提示，当时标为不采纳的 ${seqs.length} 条疑点回到未处理。`
            : '已恢复提示，重新审校后检出。',
        ),
      onError: (error) => message.error(describeFault(error)),
      onSettled: () => {
        for (const stale of [api.reviews.key(), api.works.settings.key(), api.manuscripts.list.key()])
          void queryClient.invalidateQueries({ queryKey: stale });
      },
    }),
  );
  if (list.error && !list.data) return <FaultNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton active />;
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      <p className="muted">
        在审读页的疑点卡片上选择“本书不再提示”或“本书不用此规则”，即列在这里。撤销后，当时一并标为不采纳的疑点回到未处理。涉及政治表述和保密的疑点须逐条查看，不能在此屏蔽。
      </p>
      {items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有不再提示的内容。" />
      ) : (
        <ul className="words">
          {items.map((item) => (
            <li key={item.id} data-testid="suppression">
              <span>
                {item.quote === null ? <Tag color="warning">整条规则</Tag> : <Tag>此处文字</Tag>}
                <b>{item.quote === null ? item.ruleTitle : `“${item.quote}”`}</b>
                <span className="muted word-note">
                  {[item.quote !== null && item.ruleTitle, item.reason && `理由：${item.reason}`]
                    .filter(Boolean)
                    .join(' · ')}
                  {' · '}
                  {item.addedBy} {formatInstant(item.addedAt)}
                </span>
              </span>
              {may && (
                <Popconfirm
                  title="恢复提示？"
                  okText="恢复"
                  okButtonProps={{ 'data-testid': 'suppression-undo-confirm' }}
                  onConfirm={() => undo.mutate({ workId, suppressionId: item.id })}
                >
                  <Button type="link" size="small" data-testid="suppression-undo">
                    恢复提示
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </>
  );
}
