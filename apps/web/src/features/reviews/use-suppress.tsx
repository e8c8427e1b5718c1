import { App, Button } from 'antd';

import { type FindingIndex, ruleOf } from './finding-index.ts';
import type { Decisions } from './use-decisions.ts';

/** Has words or a rule not raised in this work any more (不再提示), says so, and offers to take it back. */
export function useSuppress(
  decisions: Decisions,
  index: FindingIndex,
  onDone: (seq: number) => void,
): (seq: number, scope: 'quote' | 'rule', reason: string) => Promise<void> {
  const { notification } = App.useApp();
  return async (seq, scope, reason) => {
    const { title } = ruleOf(index, seq);
    const { count, undo } = await decisions.suppress(seq, scope, reason);
    const key = `suppress-${Date.now()}`;
    notification.success({
      key,
      title: scope === 'rule' ? `本书不再使用规则“${title}”` : '本书不再提示这一写法',
      description: `此稿的 ${count} 条疑点标为不采纳；以后审校不再检出，可在项目的审校设置中恢复。`,
      duration: 12,
      placement: 'bottom',
      actions: (
        <Button
          size="small"
          type="primary"
          data-testid="suppress-undo"
          onClick={() => {
            notification.destroy(key);
            undo();
          }}
        >
          撤销
        </Button>
      ),
    });
    onDone(seq);
  };
}
