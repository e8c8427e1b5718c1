import { expect, it } from 'vitest';

import { gatherPeriods } from './gather-periods.ts';
import type { Figure } from './place-link.tsx';

const figure = (seq: number, value: number, place: number, more: Partial<Figure> = {}): Figure => ({
  seq,
  start: seq * 10,
  end: seq * 10 + 5,
  block: 0,
  node: 0,
  section: '',
  cell: null,
  printed: String(value),
  before: '',
  after: '',
  value,
  place,
  unit: '吨',
  printedUnit: '吨',
  kind: 'amount',
  approximate: false,
  subject: '丁家镇',
  indicator: '粮食总产量',
  scope: '',
  period: '2023',
  key: `丁家镇|粮食总产量|${more.scope ?? ''}|${more.period ?? '2023'}|吨|${value}`,
  ...more,
});
const differing = (...figures: Figure[]) => gatherPeriods(figures).filter(({ differs }) => differs);

it('takes two figures that round to one another for the same', () => {
  expect(differing(figure(0, 52_000, 1_000), figure(1, 52_134, 1))).toEqual([]);
  expect(differing(figure(0, 52_000, 1_000), figure(1, 52_834, 1))).toMatchObject([{ period: '2023' }]);
});

it('compares within one period, scope and kind alone, and only what is told exactly', () => {
  expect(differing(figure(0, 100, 1), figure(1, 200, 1, { period: '2022' }))).toEqual([]);
  expect(differing(figure(0, 100, 1), figure(1, 200, 1, { scope: '户籍' }))).toEqual([]);
  expect(differing(figure(0, 100, 1), figure(1, 200, 1, { approximate: true }))).toEqual([]);
  expect(differing(figure(0, 100, 1, { period: '' }), figure(1, 200, 1, { period: '' }))).toEqual([]);
});

it('puts what differs first, each different figure by its first place', () => {
  const periods = gatherPeriods([
    figure(0, 1, 1, { period: '2020' }),
    figure(1, 100, 1),
    figure(2, 200, 1),
    figure(3, 100, 1),
  ]);
  expect(periods.map(({ period }) => period)).toEqual(['2023', '2020']);
  expect(periods[0]!.distinct.map(({ seq }) => seq)).toEqual([1, 2]);
});
