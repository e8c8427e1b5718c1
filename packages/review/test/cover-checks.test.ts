import { expect, it } from 'vitest';
import { listCoverage } from '../src/print-coverage.ts';

it('leaves no check without a rule or a reason', () => {
  const open = listCoverage().filter(({ rules, manual }) => rules.length === 0 && (manual ?? '') === '');
  expect(open.map(({ check }) => check)).toEqual([]);
});
