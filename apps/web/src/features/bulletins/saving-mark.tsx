import dayjs from 'dayjs';

import type { Saving } from './use-issue-edits.ts';

/** Whether what was changed is kept (保存状态); where somebody else was first, what to do. */
export function SavingMark({
  saving,
  waiting,
  refused,
  onRefresh,
}: {
  saving: Saving;
  waiting: boolean;
  /** Places, from 1, of the items that could not be kept. */
  refused: readonly number[];
  onRefresh: () => void;
}) {
  if (refused.length > 0) {
    return (
      <span role="alert" className="bulletin-alarm" data-testid="issue-refused">
        第 {refused.join('、')} 条没有保存，请看该条上方的说明。
      </span>
    );
  }
  if (saving.kind === 'stale') {
    return (
      <span role="alert" data-testid="issue-stale">
        本期刚由他人改过，您这一步没有保存。
        <button type="button" className="bulletin-link" onClick={onRefresh} data-testid="issue-refresh">
          刷新
        </button>
        后再操作，已输入的文字会保留。
      </span>
    );
  }
  if (saving.kind === 'failed') {
    return (
      <span role="alert" className="bulletin-alarm" data-testid="issue-unsaved">
        未保存：{saving.problem}
      </span>
    );
  }
  if (waiting || saving.kind === 'saving') return <span className="muted">正在保存……</span>;
  if (saving.kind === 'idle') return null;
  return (
    <span className="muted" data-testid="issue-saved">
      已保存 {dayjs(saving.at).format('HH:mm')}
    </span>
  );
}
