import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { runXiuzhi } from './run-xiuzhi.ts';

let cwd: string;
const run = (...words: string[]) => runXiuzhi(words, { cwd });

beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'xiuzhi-figures-'));
  await writeFile(
    path.join(cwd, '工业.md'),
    '# 工业\n\n2020年，乙县工业总产值5.2万元，有企业30个。\n\n# 农业\n\n2020年，乙县粮食总产量300吨。\n',
  );
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

test('the ledger of a file tells value, unit, what it counts, when and where', async () => {
  const { status, stdout } = await run('figures', '工业.md', '--format', 'json');
  expect(status).toBe(0);
  const { figures } = JSON.parse(stdout) as { figures: Record<string, unknown>[] };
  expect(figures).toHaveLength(3);
  expect(figures[0]).toMatchObject({
    value: 52_000,
    unit: '元',
    quote: '5.2万元',
    period: '2020',
    path: ['工业'],
    line: 2,
  });
  expect(figures[0]!.indicator).toContain('工业总产值');
  expect(figures[2]).toMatchObject({ value: 300_000, unit: '千克', path: ['农业'] });
});

test('the ledger for reading ends in a count', async () => {
  const { stdout } = await run('figures', '工业.md');
  expect(stdout).toContain('5.2万元');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('共 3 个数据。');
});

test('the ledger as a sheet holds a row a figure, numbers as numbers', async () => {
  expect((await run('figures', '工业.md', '--format', 'xlsx')).stdout).toBe('工业.数据台账.xlsx：数据 3 个\n');
  const parts = unzipSync(new Uint8Array(await readFile(path.join(cwd, '工业.数据台账.xlsx'))));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(sheet.match(/<row /g)).toHaveLength(6);
  expect(sheet).toContain('<v>52000</v>');
});

test.each([
  ['no file', ['figures'], '需要给出一个文件'],
  ['an output that is not written', ['figures', '工业.md', '--output', 'x'], '“--output”只与“--format xlsx”同用'],
  ['settings with a member nobody knows', ['figures', '工业.md', '--settings', 's.json'], '审校设置没有“jahr”一项'],
])('refuses %s in one sentence', async (_name, words, sentence) => {
  await writeFile(path.join(cwd, 's.json'), '{"jahr":2020}');
  const { status, stderr } = await run(...words);
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
});

test('the coverage table names for every check its rules or the reason why a person decides', async () => {
  const { stdout } = await run('rules', '--coverage', '--format', 'json');
  const { checks } = JSON.parse(stdout) as { checks: { check: string; rules: string[]; manual: string | null }[] };
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.find(({ check }) => check === 'LN-NUM-06')).toMatchObject({ rules: ['numerals-approximate-comma'] });
  expect((await run('rules', '--coverage')).stdout).toMatch(/共 \d+ 项：\d+ 项有规则检查，\d+ 项由人工审读。\n$/u);
});
