import type { Outputs } from '../../api.ts';

/** Copy that an office sent in (来稿). */
export type Dispatch = Outputs['dispatches']['get'];

/** Call for copy (约稿). */
export type Call = Outputs['dispatches']['call'];

/** Whose copy is looked at (来稿范围): received, sent by one's own office, sent by the offices below. */
export type Box = 'received' | 'sent' | 'below';

/** State of copy for whoever reads it (来稿状态), with the number of its issue once that is signed. */
export function describeState({ state, issueNumber }: Pick<Dispatch, 'state' | 'issueNumber'>): string {
  if (state === 'taken' && issueNumber) return `已采用 · ${issueNumber}`;
  return { sent: '待处理', taken: '已采用', declined: '未采用', withdrawn: '已撤回' }[state];
}
