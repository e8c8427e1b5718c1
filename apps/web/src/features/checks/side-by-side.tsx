import { diffWords } from '@xiuzhi/align';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Empty, Switch, Tag } from 'antd';
import { useMemo, useState } from 'react';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';

type Row = Outputs['checks']['rows']['items'][number];

const KIND_NAMES: Record<Row['kind'], string> = {
  same: '',
  edited: '有改动',
  split: '拆分',
  merged: '合并',
  added: '新增',
  removed: '删去',
};

/** Old and new text side by side (新旧稿对照), changed words marked on either side. */
export function SideBySide({ check }: { check: Outputs['checks']['get'] }) {
  const [changedOnly, setChangedOnly] = useState(true);
  const list = useInfiniteQuery(
    api.checks.rows.infiniteOptions({
      input: (from: number) => ({ id: check.revisionId, from, limit: 60, changedOnly }),
      initialPageParam: 0,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="no-print">
        <Switch size="small" checked={changedOnly} onChange={setChangedOnly} data-testid="rows-changed-only" />
        　只看有改动的段落
      </p>
      {list.error && !list.data && <FaultNotice error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <PageSkeleton rows={8} />}
      {list.data && rows.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="两稿文字完全相同。" />
      )}
      {rows.length > 0 && (
        <div className="side-by-side" data-testid="side-by-side">
          <div className="side-head">第{check.against.number}稿</div>
          <div className="side-head">第{check.number}稿</div>
          {rows.map((row) => (
            <RowPair key={row.row} row={row} />
          ))}
        </div>
      )}
      <MoreButton list={list} />
    </>
  );
}

function RowPair({ row }: { row: Row }) {
  const before = textOf(row.before);
  const after = textOf(row.after);
  const changes = useMemo(
    () => (row.kind === 'same' || !before || !after ? null : diffWords(before, after)),
    [row.kind, before, after],
  );
  const name = [KIND_NAMES[row.kind], row.moved ? '移动' : ''].filter(Boolean).join('、');
  return (
    <>
      <div className={`side side-before kind-${row.kind}`}>
        {changes
          ? changes.map(({ kind, text }, at) =>
              kind === 'added' ? null : kind === 'removed' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>,
            )
          : before}
      </div>
      <div className={`side side-after kind-${row.kind}`}>
        {name && <Tag className="side-kind">{name}</Tag>}
        {changes
          ? changes.map(({ kind, text }, at) =>
              kind === 'removed' ? null : kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>,
            )
          : after}
      </div>
    </>
  );
}

function textOf(blocks: Row['before']): string {
  return blocks.map((block) => block.text.replaceAll('\t', ' ｜ ')).join('\n');
}
