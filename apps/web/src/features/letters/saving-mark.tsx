import dayjs from 'dayjs';

import type { Saving } from './use-letter-edits.ts';

/** Whether what was typed is kept (保存状态); where somebody else was first, the way on. */
export function SavingMark({ saving, onRefresh }: { saving: Saving; onRefresh: () => void }) {
  switch (saving.kind) {
    case 'idle':
      return null;
    case 'saving':
      return <span className="muted">正在保存……</span>;
    case 'saved':
      return (
        <span className="muted" data-testid="letter-saved">
          已保存 {dayjs(saving.at).format('HH:mm')}
        </span>
      );
    case 'stale':
      return (
        <span role="alert" data-testid="letter-stale">
          内容已被他人更新，您刚才的修改尚未保存。
          <button type="button" className="plain-link" onClick={onRefresh} data-testid="letter-refresh">
            刷新
          </button>
          <span className="muted">（已填写的文字会保留，刷新后可再存一次）</span>
        </span>
      );
    case 'failed':
      return (
        <span role="alert" data-testid="letter-unsaved">
          未保存：{saving.problem}
        </span>
      );
  }
}
