import { ACTION_NAMES, ACTIONS, ROLE_NAMES, ROLES, type Policy, type Reach } from '@xiuzhi/domain';

/** Chinese names of how far a permission reaches. */
const REACH_NAMES: Record<Reach, string> = {
  unit: '本机构及下级',
  below: '本单位及下级单位',
  office: '本单位',
};
const WITH_SENT_UP = '本单位及受理送审的上级单位';

/** The policy as a Markdown table (权限表): an action a line, a role a column, then its reach; as ARCHITECTURE.md shows it. */
export function policyTable(policy: Policy): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/\|  (?=\|)/g, '| ');
  return [
    row(['操作', '', ...ROLES.map((role) => ROLE_NAMES[role]), '范围']),
    row(['---', '---', ...ROLES.map(() => ':-:'), '---']),
    ...ACTIONS.map((action) => {
      const { roles, reach, sentUp } = policy[action];
      return row([
        `\`${action}\``,
        ACTION_NAMES[action],
        ...ROLES.map((role) => (roles.includes(role) ? '✓' : '')),
        sentUp ? WITH_SENT_UP : REACH_NAMES[reach],
      ]);
    }),
  ].join('\n');
}
