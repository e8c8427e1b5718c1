import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { checkNumbering, printBulletin, readBulletin, type Demand } from '../src/index.ts';

const shared = process.env['XIUZHI_LAB'] ?? path.join(import.meta.dirname, '../../../../shared/lab');
const seeds = path.join(shared, '../seeds');
const hasSeeds = existsSync(seeds);
if (!hasSeeds) console.log('lab test of bulletins skipped: no XIUZHI_LAB folder with seeds beside it');

const read = (id: string) => {
  const name = readdirSync(seeds).find((file) => file.startsWith(id))!;
  return readBulletin(readFileSync(path.join(seeds, name), 'utf8').split(/\r?\n/u));
};
const countDemands = (demands: readonly Demand[]): unknown => demands.map(({ parts }) => parts.length);

describe.skipIf(!hasSeeds)('five real bulletins, field by field', () => {
  const office = '四川省地方志工作办公室';
  const political = { series: '四川省地方志办政工简讯', kind: 'political-work', columns: [] };
  const cut = { series: null, kind: null, number: null, total: null };
  const down = { up: 2, across: 0, down: 2 };
  test.each([
    [
      '000',
      { ...political, year: 2020, number: 2, total: 2, date: '2020-05-22', copies: 12 },
      [[36, 0, null, [180, 340, 57, 414, 328, 167, 438, 62]]],
      down,
      [0, 4, 0, 0, 0],
      [],
    ],
    [
      '001',
      { ...cut, year: 2020, columns: ['特别关注', '市州动态'], date: '2020-07-20', copies: 25 },
      [
        [21, 0, 5, [97, 319, 80, 98, 97]],
        [22, 0, 5, [244]],
        [17, 0, 10, [53, 267]],
        [29, 0, 10, [126]],
        [21, 0, 7, [88, 90]],
      ],
      { up: 5, across: 2, down: 1 },
      [0, 0, 0, 0, 0],
      ['no-series', 'no-number'],
    ],
    [
      '002',
      { ...political, year: 2020, number: 7, total: 7, date: '2020-07-14', copies: 12 },
      [
        [41, 0, null, [107, 248, 40]],
        [37, 0, null, [73, 324, 304, 282, 339, 44]],
      ],
      down,
      [0, 0, 0, 0, 0, 0, 0],
      ['doubled-words'],
    ],
    [
      '003',
      { ...cut, year: 2024, columns: ['特别关注'], date: '2024-07-15', copies: 21 },
      [[16, 0, 5, [85, 156, 216, 255, 198, 303, 241, 299, 42]]],
      { up: 5, across: 3, down: 3 },
      [0, 0, 0, 0, 0, 0],
      ['no-series', 'no-number'],
    ],
    [
      '004',
      { ...political, year: 2024, number: 4, total: 150, date: '2024-02-23', copies: 13 },
      [[40, 0, null, [183, 223, 339, 217, 189, 134, 35, 111, 136, 193, 109, 77, 53, 82, 98, 47]]],
      down,
      [0, 0, 0, 0, 0, 0, 0],
      [],
    ],
  ])('%s', (id, head, items, recipients, demands, problems) => {
    const got = read(id);
    expect(got).toMatchObject({
      ...head,
      office,
      disclosure: 'proactive',
      printedBy: `${office}综合处`,
      printedOn: head.date,
    });
    expect(
      got.items.map(({ title, subtitle, source, paragraphs }) => [
        title.length,
        subtitle?.length ?? 0,
        source?.length ?? null,
        paragraphs.map(({ length }) => length),
      ]),
    ).toEqual(items);
    const { up, across, down: below } = got.recipients;
    expect({ up: up.length, across: across.length, down: below.length }).toEqual(recipients);
    expect(countDemands(got.candidates.demands)).toEqual(demands);
    expect(got.problems.map(({ code }) => code)).toEqual(problems);
    const { problems: _first, ...first } = got;
    const { problems: _again, ...again } = readBulletin(printBulletin(got));
    expect(again).toEqual(first);
  });
});

describe.skipIf(!existsSync(path.join(shared, 'bulletins')))('numbers of the real series', () => {
  test('are continued from the index', () => {
    const index = readdirSync(path.join(shared, 'bulletins')).find((file) => file.startsWith('INDEX'))!;
    const rows = readFileSync(path.join(shared, 'bulletins', index), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const known = rows.map((row) => {
      const [, series, year, number, total] = row.split('\t');
      return { series: series!, year: Number(year), number: Number(number), total: Number(total) };
    });
    const [bulletin] = checkNumbering(known).series;
    expect(bulletin!.years.map(({ year, base, last }) => [year, base, last])).toEqual([
      [2020, 251, 68],
      [2021, 319, 76],
      [2022, 395, 100],
      [2023, 495, null],
      [2025, 732, 100],
      [2026, 832, null],
    ]);
    expect(bulletin!.spans).toEqual([{ from: 2023, to: 2024, count: 237 }]);
  });
});
