import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Empty, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { type Outputs, api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import type { IssueInFull } from './bulletin-words.ts';

type Dispatch = Outputs['dispatches']['list']['items'][number];

/** Drawer of the copy that waits (待处理来稿): each is read and taken into the issue under one of its columns. */
export function TakeDispatches({ issue, onClose }: { issue: IssueInFull; onClose: () => void }) {
  const [words, setWords] = useState('');
  const waiting = useInfiniteQuery(
    api.dispatches.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        box: 'received' as const,
        state: 'sent' as const,
        seriesId: issue.seriesId,
        ...(words && { words }),
        ...(cursor && { cursor }),
        limit: 20,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer
      open
      title="从来稿中选用"
      size={560}
      onClose={onClose}
      extra={<Link to={`/dispatches?box=received&series=${issue.seriesId}`}>全部来稿</Link>}
    >
      <div data-testid="take-drawer">
        <Input.Search
          allowClear
          className="spaced"
          placeholder="按题名、来稿单位查找"
          onSearch={(typed) => setWords(typed.trim().slice(0, 60))}
          data-testid="take-words"
        />
        {waiting.error ? (
          <FaultNotice error={waiting.error} onRetry={() => void waiting.refetch()} />
        ) : (
          items.length === 0 &&
          !waiting.isPending && (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={words ? '没有找到相符的来稿。' : '没有待处理的来稿。'}
            />
          )
        )}
        {items.map((dispatch) => (
          <WaitingDispatch key={dispatch.id} dispatch={dispatch} issue={issue} />
        ))}
        <MoreButton list={waiting} />
      </div>
    </Drawer>
  );
}

/** A title for a line that passes by. */
const shorten = (title: string) => (title.length > 24 ? `${title.slice(0, 23)}…` : title);

function WaitingDispatch({ dispatch, issue }: { dispatch: Dispatch; issue: IssueInFull }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [column, setColumn] = useState(issue.columns.at(-1) ?? null);
  const [isOpen, setIsOpen] = useState(false);
  const take = useMutation(
    api.dispatches.take.mutationOptions({
      onSuccess: () => void message.success(`已编入“${shorten(dispatch.title)}”。`),
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: api.dispatches.key() });
        void queryClient.invalidateQueries({ queryKey: api.bulletins.key() });
      },
    }),
  );
  const { title, body, source, from, approvedBy, sentAt, callTopic } = dispatch;
  return (
    <article className="bulletin-waiting" data-testid="take-row">
      <b>{title}</b>
      <p className="muted">
        {from.name}
        {source !== from.name && `（${source}）`} · {formatInstant(sentAt)} · {approvedBy} 审签
        {callTopic && ` · 约稿：${callTopic}`}
      </p>
      <p className={isOpen ? 'bulletin-whole' : 'bulletin-start'}>{body}</p>
      <div className="bulletin-buttons">
        <button type="button" className="bulletin-link" onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? '收起' : '看全文'}
        </button>
        <span className="bulletin-item-end">
          {issue.columns.length > 0 && (
            <Select
              size="small"
              aria-label="编入栏目"
              value={column}
              options={issue.columns.map((name) => ({ value: name, label: `【${name}】` }))}
              onChange={setColumn}
              data-testid="take-column"
            />
          )}
          <Button
            size="small"
            type="primary"
            loading={take.isPending}
            onClick={() => take.mutate({ id: dispatch.id, version: dispatch.version, issueId: issue.id, column })}
            data-testid="take-save"
          >
            编入本期
          </Button>
        </span>
      </div>
    </article>
  );
}
