import { describe, expect, it } from 'vitest';

import { planLines, type DraftableFinding, type DraftMaterial } from './plan-lines.ts';

const FINDING: DraftableFinding = {
  seq: 0,
  rule: 'numerals-range-unit',
  family: 'numerals',
  norm: 'gbt15835-2011',
  clause: '5.1.3',
  start: 10,
  end: 16,
  block: 1,
  node: 2,
  quote: '15～30%',
  message: '起点数值后的单位省略，建议核对。',
  suggestion: { start: 12, end: 12, replacement: '%' },
  wording: '请补足单位。',
  certainty: null,
  contributorId: null,
  batch: null,
};
const finding = (changed: Partial<DraftableFinding>): DraftableFinding => ({ ...FINDING, ...changed });
const plan = (findings: DraftableFinding[], changed: Partial<DraftMaterial> = {}) =>
  planLines({
    kind: 'opinions',
    findings,
    opinions: [],
    titles: new Map([
      [0, []],
      [1, ['农业']],
      [2, ['农业', '种植业']],
      [3, ['农业', '种植业', '水稻']],
    ]),
    blocks: new Map([[1, { start: 5, text: '乙县山地占15～30%。' }]]),
    assignments: new Map(),
    ...changed,
  });

describe('planning the lines of a letter', () => {
  it('gives each decision its line in text order, opinions among them', () => {
    const opinion = {
      id: 'o',
      start: 12,
      end: 14,
      block: 1,
      node: 1,
      quote: '小麦',
      wording: '请核。',
      certainty: 'uncertain',
    } as const;
    const lines = plan([finding({ seq: 5, start: 50, end: 56 }), finding({ seq: 1 })], { opinions: [opinion] });
    expect(lines.map((line) => line.opinionId ?? line.findings)).toEqual([[1], 'o', [5]]);
    expect(lines[1]).toMatchObject({ place: '农业', certainty: 'uncertain', basis: null, suggestion: null });
  });

  it('shows a short quote with the words around it, and leaves the suggestion to the quote', () => {
    expect(plan([finding({})])[0]).toMatchObject({ quote: '乙县山地占15～30%', suggestion: '15%～30%' });
    expect(plan([finding({ block: 2 })])[0]).toMatchObject({ quote: '15～30%' });
  });

  it('makes one line of what one person decided in one go, and says how many places', () => {
    const batch = 'b';
    const lines = plan([
      finding({ seq: 1, batch }),
      finding({ seq: 2, batch, start: 40 }),
      finding({ seq: 3, start: 41 }),
    ]);
    expect(lines.map((line) => [line.findings, line.place])).toEqual([
      [[1, 2], '农业 › 种植业 等 2 处'],
      [[3], '农业 › 种植业'],
    ]);
  });

  it('keeps apart what one go says differently: another rule, other words', () => {
    const batch = 'b';
    const lines = plan(
      [
        finding({ seq: 1, batch, wording: null, message: '合计应为 12。' }),
        finding({ seq: 2, batch, wording: null, message: '合计应为 30。' }),
        finding({ seq: 3, batch, wording: null, message: '合计应为 30。', rule: 'table-sum' }),
      ],
      { kind: 'slip' },
    );
    expect(lines.map((line) => line.findings)).toEqual([[1], [2], [3]]);
  });

  it.each([
    ['inside the quote: how the quote would read', {}, '15%～30%'],
    ['all of the quote taken out', { suggestion: { start: 10, end: 16, replacement: '' } }, '（删去）'],
    [
      'beyond the quote: what would be put in',
      { suggestion: { start: 8, end: 16, replacement: '约15%～30%' } },
      '约15%～30%',
    ],
    ['none', { suggestion: null }, null],
    ['a political finding carries no edit, whatever the row says', { family: 'political' }, null],
    ['nor does one of secrecy', { family: 'secrecy' }, null],
  ])('suggestion %s', (_what, changed, expected) => {
    expect(plan([finding({ quote: '15～30%', end: 16, ...changed })])[0]!.suggestion).toBe(expected);
  });

  it.each([
    ['5.1.3', 'GB/T 15835—2011 5.1.3'],
    ['convention', null],
    ['pending', null],
  ])('cites a clause that is held, nothing that is still to be confirmed: %s', (clause, basis) => {
    expect(plan([finding({ clause })])[0]!.basis).toBe(basis);
  });

  it('never groups political findings, even where rows say that they were decided together', () => {
    const lines = plan([
      finding({ seq: 1, batch: 'b', family: 'political' }),
      finding({ seq: 2, batch: 'b', family: 'political' }),
    ]);
    expect(lines.map((line) => line.findings)).toEqual([[1], [2]]);
  });

  it('suggests nothing where the places of a line would be mended differently', () => {
    const other = { start: 12, end: 12, replacement: '％' };
    const lines = plan([finding({ seq: 1, batch: 'b' }), finding({ seq: 2, batch: 'b', suggestion: other })]);
    expect(lines.map((line) => line.suggestion)).toEqual([null]);
  });

  it('asks the unit that the decision names, else the one of the nearest heading upwards, else nobody', () => {
    const assignments = new Map([
      ['农业', 'outer'],
      ['农业 › 种植业', 'inner'],
      ['种植业', 'wrong'],
    ]);
    const findings = [
      finding({ seq: 1, contributorId: 'named' }),
      finding({ seq: 2, node: 2, start: 11 }),
      finding({ seq: 3, node: 1, start: 12 }),
      finding({ seq: 4, node: 0, start: 13 }),
      finding({ seq: 5, node: 3, start: 14 }),
    ];
    const units = (kind: 'opinions' | 'slip') =>
      plan(findings, { kind, assignments }).map((line) => line.contributorId);
    expect(units('slip')).toEqual(['named', 'inner', 'outer', null, 'inner']);
    expect(units('opinions')).toEqual([null, null, null, null, null]);
  });

  it('splits what was decided in one go by unit', () => {
    const batch = 'b';
    const lines = plan(
      [finding({ seq: 1, batch, contributorId: 'a' }), finding({ seq: 2, batch, contributorId: 'b' })],
      {
        kind: 'slip',
      },
    );
    expect(lines.map((line) => [line.contributorId, line.findings])).toEqual([
      ['a', [1]],
      ['b', [2]],
    ]);
  });
});
