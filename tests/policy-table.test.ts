import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ACTION_NAMES, ACTIONS, mayAct, ROLE_NAMES, ROLES, type Territory } from '@xiuzhi/domain';
import { describe, expect, it } from 'vitest';

import { policyTable } from '../apps/server/src/policy-table.ts';
import { policy } from '../apps/server/src/policy.ts';

const at = (organisationPath: string, officePath = organisationPath): Territory => ({ organisationPath, officePath });
const UNIT = at('510000/510100/u1/', '510000/510100/');
const PLACES = {
  province: at('510000/'),
  office: at('510000/510100/'),
  unit: UNIT,
  siblingUnit: at('510000/510100/u2/', '510000/510100/'),
  county: at('510000/510100/510104/'),
  sibling: at('510000/510300/'),
  sentUp: { ...at('510000/510300/510302/'), sentTo: [UNIT.officePath] },
};
/** What each reach of the table means, from a post in an internal unit of a prefecture. */
const REACHED: Record<string, (keyof typeof PLACES)[]> = {
  本机构及下级: ['unit'],
  本单位及下级单位: ['office', 'unit', 'siblingUnit', 'county'],
  本单位: ['office', 'unit', 'siblingUnit'],
  本单位及受理送审的上级单位: ['office', 'unit', 'siblingUnit', 'sentUp'],
};

describe('the policy table', () => {
  const table = policyTable(policy);
  const rows = table
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

  it('stands in ARCHITECTURE.md word for word', () => {
    expect(readFileSync(path.join(import.meta.dirname, '../ARCHITECTURE.md'), 'utf8')).toContain(table);
  });

  it('has a line for every action', () => {
    expect(rows.map(([action, name]) => [action, name])).toEqual(
      ACTIONS.map((action) => [`\`${action}\``, ACTION_NAMES[action]]),
    );
  });

  // What the table says, tried on the function that decides.
  it.each(
    ROLES.flatMap((role, column) =>
      ACTIONS.map((action, line) => [ROLE_NAMES[role], action, role, column, line] as const),
    ),
  )('%s, %s', (_name, action, role, column, line) => {
    const cells = rows[line]!;
    const granted = cells[column + 2] === '✓' ? REACHED[cells.at(-1)!]! : [];
    const reached = Object.entries(PLACES).flatMap(([place, territory]) =>
      mayAct(policy, [{ role, ...UNIT }], action, territory) ? [place] : [],
    );
    expect(reached.sort()).toEqual([...granted].sort());
  });
});
