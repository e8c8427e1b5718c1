import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Empty, Skeleton, Tag } from 'antd';

import { api, describeFault } from '../../api.ts';
import { describeFigureKey } from '../../ui/describe-figure-key.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { useAllowed } from '../accounts/use-me.ts';

/** What editors judged of two figures (数据认定), each to be taken back. */
export function VerdictsTab({ workId }: { workId: string }) {
  const { message } = App.useApp();
  const may = useAllowed('figures.mark');
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(
    api.figures.verdicts.infiniteOptions({
      input: (cursor: string | undefined) => ({ workId, limit: 100, ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const undo = useMutation(
    api.figures.unmark.mutationOptions({
      onSuccess: () => message.success('已撤销认定，重新审校后生效。'),
      onError: (error) => message.error(describeFault(error)),
      onSettled: () => {
        for (const stale of [api.figures.key(), api.works.settings.key()])
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
        在数据台账里对照同一指标时所作的认定。认定“口径不同”的两处数据，重新审校时不再提示不一致。
      </p>
      {items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有数据认定。" />
      ) : (
        <ul className="words">
          {items.map((item) => (
            <li key={item.id} data-testid="verdict">
              <span>
                <Tag>{item.verdict === 'same' ? '同一口径' : '口径不同'}</Tag>
                {item.keys.map(describeFigureKey).join(' 与 ')}
                <span className="muted word-note">
                  {item.decidedBy} {formatInstant(item.decidedAt)}
                </span>
              </span>
              {may && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => undo.mutate({ workId, verdictId: item.id })}
                  data-testid="verdict-undo"
                >
                  撤销
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </>
  );
}
