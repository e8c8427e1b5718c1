import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { readManuscript, writeDocx } from '@xiuzhi/manuscript';
import { volumeFromText } from '@xiuzhi/review';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { runXiuzhi } from './run-xiuzhi.ts';

/** The schema as OASIS published it. */
const isSarif = addFormats.default(new Ajv.default({ strict: false, unicodeRegExp: false })).compile(sarifSchema);

const FAULTY = '# 概况\n\n全县种植小麦、玉米、等作物。\n\n共有耕地1千5百公顷。\n';
const CLEAN = '乙县位于甲市东部。\n';

let cwd: string;
const run = (...words: string[]) => runXiuzhi(words, { cwd });

beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'xiuzhi-cli-'));
  await writeFile(path.join(cwd, '概况.md'), FAULTY);
  await writeFile(path.join(cwd, 'clean.txt'), CLEAN);
  await writeFile(path.join(cwd, 'old.doc'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
  await mkdir(path.join(cwd, 'folder'));
  await writeFile(path.join(cwd, 'word.docx'), await writeDocx(volumeFromText('甲市、乙县、等地。\n全市概况。')));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

interface Report {
  files: { path: string; chars: number; findings: Record<string, unknown>[] }[];
  ms: number;
}
const parse = (text: string) => JSON.parse(text) as Report;

describe('findings as JSON', () => {
  test('has exactly the promised members, and spans that quote the logical text', async () => {
    const { status, stdout, stderr } = await run('review', '概况.md', '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const report = parse(stdout);
    expect(Object.keys(report)).toEqual(['files', 'ms']);
    expect(report.ms).toBeTypeOf('number');
    const [file] = report.files;
    expect(Object.keys(file!)).toEqual(['path', 'chars', 'findings']);
    const text = (await run('text', '概况.md')).stdout.slice(0, -1);
    expect(file).toMatchObject({ path: '概况.md', chars: text.length });
    expect(file!.findings.length).toBeGreaterThan(1);
    const lines = text.split('\n');
    for (const finding of file!.findings) {
      expect(Object.keys(finding)).toEqual(
        'id rule family severity norm clause start end line column quote message evidence suggestion'.split(' '),
      );
      const { start, end, line, column, quote } = finding as {
        start: number;
        end: number;
        line: number;
        column: number;
        quote: string;
      };
      expect(text.slice(start, end)).toBe(quote);
      expect(lines[line - 1]!.slice(column - 1, column - 1 + quote.length)).toBe(quote);
    }
    const comma = file!.findings.find((finding) => finding.rule === 'punctuation-etc-comma');
    expect(comma).toMatchObject({
      severity: 'error',
      line: 2,
      column: 10,
      quote: '、等',
      suggestion: { start: comma!.start, end: comma!.end, replacement: '等' },
    });
  });

  test('says null where there is no ready edit', async () => {
    const { stdout } = await runXiuzhi(['review', '-', '--format', 'json'], { input: '全县共有（单位：公顷耕地。\n' });
    const [finding] = parse(stdout).files[0]!.findings;
    expect(finding).toMatchObject({ rule: 'punctuation-pairs', suggestion: null });
  });

  test('counts columns in UTF-16 units', async () => {
    const { stdout } = await runXiuzhi(['review', '-', '--format', 'json'], { input: '𠮷村、乙村、等地。\n' });
    expect(parse(stdout).files[0]).toMatchObject({ path: '-', chars: 10, findings: [{ start: 6, column: 7 }] });
  });
});

describe('exit status', () => {
  test('is 0 without findings and 1 from --fail-on upwards', async () => {
    expect(await run('review', 'clean.txt')).toMatchObject({ status: 0, stderr: '' });
    const input = '全县人口３万人。\n';
    const severities = parse((await runXiuzhi(['review', '-', '--format', 'json'], { input })).stdout).files[0]!
      .findings;
    expect(severities.map(({ severity }) => severity)).toEqual(['warning']);
    expect(await runXiuzhi(['review', '-'], { input })).toMatchObject({ status: 0 });
    expect(await runXiuzhi(['review', '-', '--fail-on', 'error'], { input })).toMatchObject({ status: 0 });
    expect(await runXiuzhi(['review', '-', '--fail-on', 'warning'], { input })).toMatchObject({ status: 1 });
    expect(await runXiuzhi(['review', '-', '--fail-on', 'info'], { input })).toMatchObject({ status: 1 });
  });

  test.each([
    ['no command', [], ''],
    ['an unknown command', ['revew'], '没有命令“revew”，用法见 xiuzhi --help。'],
    ['an unknown option', ['review', 'clean.txt', '--mend'], '没有选项“--mend”，用法见 xiuzhi review --help。'],
    ['an unknown value', ['review', 'clean.txt', '--preset', 'novel'], '“--preset”只能是'],
    ['a missing value', ['review', 'clean.txt', '--format'], '选项“--format”后面缺少内容'],
    ['no file', ['review'], '没有给出要审校的文件'],
    ['a missing file', ['review', 'nowhere.md'], 'nowhere.md：没有这个文件或文件夹。'],
    ['a folder', ['review', 'folder'], 'folder：是文件夹，请给出其中的文件。'],
    ['an old Word file', ['review', 'old.doc'], 'old.doc：这是旧版 Word 或 WPS 文件'],
    ['--output without a file to write', ['review', 'clean.txt', '--output', 'x'], '“--output”只与“--format xlsx”'],
    ['--output onto the input', ['review', 'word.docx', '--format', 'docx', '--output', './word.docx'], '另取文件名'],
    ['--output with two files', ['review', 'a', 'b', '--format', 'docx', '--output', 'x'], '有几个文件时不能用'],
    ['standard input as Word', ['review', '-', '--format', 'docx'], '请用“--output”指明'],
    [
      'an unwritable place',
      ['review', 'clean.txt', '--format', 'docx', '--output', 'none/x.docx'],
      'none/x.docx：没有',
    ],
    ['comments and edits at once', ['review', 'word.docx', '--format', 'docx', '--fix'], '请分两次执行'],
    ['a year that is none', ['review', 'clean.txt', '--year', '23'], '应为四位年份'],
    ['settings that are none', ['review', 'clean.txt', '--settings', '概况.md'], '不是 JSON 格式'],
    ['text of two files', ['text', 'clean.txt', '概况.md'], '命令 text 需要给出一个文件'],
  ])('is 2 with one sentence for %s', async (_name, words, sentence) => {
    const { status, stderr } = await run(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr.split('\n').length).toBeLessThanOrEqual(2);
  });

  test('is 2 for a classified text, of which nothing is repeated', async () => {
    const { status, stdout, stderr } = await runXiuzhi(['review', '-'], { input: '机密★10年\n\n甲市情况。\n' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('-：该文件疑似标有密级或内部标识，未保存。请通过涉密渠道办理。\n');
  });

  test('is 2 where one of several files cannot be read, and the others are still reviewed', async () => {
    const { status, stdout, stderr } = await run('review', 'nowhere.md', '概况.md', '--format', 'json');
    expect(status).toBe(2);
    expect(stderr).toBe('nowhere.md：没有这个文件或文件夹。\n');
    expect(parse(stdout).files.map((file) => file.path)).toEqual(['概况.md']);
  });
});

describe('findings for reading', () => {
  test('are one a line with place, severity, rule and basis, without colours on a pipe', async () => {
    const { stdout } = await run('review', '概况.md');
    expect(stdout).toContain('概况.md:2:10 应改 “等”前多用了顿号');
    expect(stdout).toMatch(/（、等） punctuation-etc-comma GB\/T 15834—2011 \S+\n/);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^共 1 个文件、\d+ 字符，疑点 \d+ 处（应改 \d+/);
    expect(stdout).not.toContain('\u001b');
  });

  test('come by severity where that is asked for, by place within one', async () => {
    const input = '今年，我县有（单位：公顷耕地。\n种植水稻、小麦、等作物。\n';
    const sorted = async (...words: string[]) =>
      parse((await runXiuzhi(['review', '-', '--format', 'json', ...words], { input })).stdout).files[0]!.findings;
    const inPlace = await sorted();
    const bySeverity = await sorted('--sort', 'severity');
    const rank = ({ severity }: Record<string, unknown>) =>
      ['error', 'warning', 'query', 'info'].indexOf(severity as string);
    expect(inPlace.map(rank)).not.toEqual(inPlace.map(rank).sort((a, b) => a - b));
    expect(bySeverity).toEqual([...inPlace].sort((a, b) => rank(a) - rank(b)));
  });

  test('follow the preset', async () => {
    const input = '今年，我县新增耕地。\n';
    const rules = async (preset: string) =>
      parse(
        (await runXiuzhi(['review', '-', '--format', 'json', '--preset', preset], { input })).stdout,
      ).files[0]!.findings.map(({ family }) => family);
    expect(await rules('gazetteer')).toContain('time');
    expect(await rules('bulletin')).not.toContain('time');
  });
});

test('the text of a file comes with what was taken of it and what was not', async () => {
  const comment = { text: '请核对', author: '甲', initials: '甲', date: new Date(0), start: 0, end: 2 };
  await writeFile(path.join(cwd, 'commented.docx'), await writeDocx(volumeFromText('甲市概况。'), [comment]));
  expect(await run('text', 'commented.docx')).toMatchObject({
    status: 0,
    stdout: '甲市概况。\n',
    stderr: '1 处批注（他人）：保留在原稿中，导出时一并带出。\n',
  });
});

describe('findings as Word comments', () => {
  test('are put into the original, whose text stays', async () => {
    const { status, stdout, stderr } = await run('review', 'word.docx', '--format', 'docx');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('word.审校.docx：批注 1 条');
    const written = await readManuscript(await readFile(path.join(cwd, 'word.审校.docx')), 'word.docx');
    expect(written.report.entries).toMatchObject([{ kind: 'comments', count: 1 }]);
    expect(written.volume.text).toBe('甲市、乙县、等地。\n全市概况。');
  });

  test('are put into a Word file of a text', async () => {
    expect(await run('review', '概况.md', '--format', 'docx', '--output', 'out.docx')).toMatchObject({ status: 1 });
    const written = await readManuscript(await readFile(path.join(cwd, 'out.docx')), 'out.docx');
    expect(written.volume.text).toContain('小麦、玉米、等作物');
    expect(written.report.entries.find(({ kind }) => kind === 'comments')!.count).toBeGreaterThan(1);
  });
});

describe('several files', () => {
  test('come in the order they were given, each with its own places', async () => {
    const { status, stdout } = await run('review', 'clean.txt', '概况.md', 'word.docx', '--format', 'json');
    expect(status).toBe(1);
    const { files } = parse(stdout);
    expect(files.map(({ path: file }) => file)).toEqual(['clean.txt', '概况.md', 'word.docx']);
    const alone = parse((await run('review', '概况.md', '--format', 'json')).stdout).files[0];
    expect(files[1]).toEqual(alone);
  });
});

describe('findings as SARIF', () => {
  test('are a valid log with regions, rules, fixes and the other places', async () => {
    const { status, stdout } = await run('review', '概况.md', 'word.docx', '--format', 'sarif');
    expect(status).toBe(1);
    const log = JSON.parse(stdout) as SarifLog;
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    const [{ results, tool }] = log.runs;
    const comma = results.find(({ ruleId }) => ruleId === 'punctuation-etc-comma')!;
    expect(tool.driver.rules[comma.ruleIndex]!.id).toBe('punctuation-etc-comma');
    expect(comma).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURIComponent('概况.md') },
            region: { startLine: 2, startColumn: 10, endColumn: 12, snippet: { text: '、等' } },
          },
        },
      ],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '等' } }] }] }],
    });
  });
});

interface SarifLog {
  runs: [{ results: { ruleId: string; ruleIndex: number }[]; tool: { driver: { rules: { id: string }[] } } }];
}

test('findings as a sheet hold one a row', async () => {
  const { status, stdout } = await run('review', '概况.md', '--format', 'xlsx', '--output', '清单.xlsx');
  expect(status).toBe(1);
  const count = Number(/疑点 (\d+) 条/.exec(stdout)![1]);
  expect(count).toBeGreaterThan(1);
  const parts = unzipSync(new Uint8Array(await readFile(path.join(cwd, '清单.xlsx'))));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(sheet.match(/<row /g)).toHaveLength(count + 3);
  expect(
    Object.values(parts)
      .map((part) => strFromU8(part))
      .join(''),
  ).toContain('punctuation-etc-comma');
});

describe('safe edits', () => {
  const TEXT = '种植小麦、玉米、等作物。\r\n共有𠮷村、乙村、等。';
  const FIXED = '种植小麦、玉米等作物。\r\n共有𠮷村、乙村等。';

  test.each([
    ['utf8', Buffer.from(TEXT), Buffer.from(FIXED)],
    ['bom', Buffer.from(`\ufeff${TEXT}`), Buffer.from(`\ufeff${FIXED}`)],
    ['utf16', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), Buffer.from(`\ufeff${FIXED}`, 'utf16le')],
    [
      'gb18030',
      // 种植小麦、玉米、等。 and the same without the second comma.
      Buffer.from('d6d6d6b2d0a1c2f3a1a2d3f1c3d7a1a2b5c8a1a3', 'hex'),
      Buffer.from('d6d6d6b2d0a1c2f3a1a2d3f1c3d7b5c8a1a3', 'hex'),
    ],
  ])('of a %s file are made in place, byte for byte, and what it was is kept', async (name, before, after) => {
    const file = path.join(cwd, `fix-${name}.txt`);
    await writeFile(file, before);
    const { stdout } = await run('review', `fix-${name}.txt`, '--fix');
    expect(stdout).toContain(`原文件存为 fix-${name}.txt.bak`);
    expect((await readFile(file)).toString('hex')).toBe(after.toString('hex'));
    expect(await readFile(`${file}.bak`)).toEqual(before);
    expect((await run('review', `fix-${name}.txt`, '--fix')).stdout).toContain('没有可以直接改正之处');
  });

  test('never write over an older copy', async () => {
    const file = path.join(cwd, 'twice.txt');
    await writeFile(`${file}.bak`, 'older');
    await writeFile(file, TEXT);
    expect((await run('review', 'twice.txt', '--fix')).stdout).toContain('twice.txt.bak2');
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('older');
  });

  test('of a Word file are tracked changes in a file of their own', async () => {
    const before = await readFile(path.join(cwd, 'word.docx'));
    const { stdout } = await run('review', 'word.docx', '--fix');
    expect(stdout).toContain('word.修订.docx：修订 1 处');
    expect(await readFile(path.join(cwd, 'word.docx'))).toEqual(before);
    const written = await readManuscript(await readFile(path.join(cwd, 'word.修订.docx')), 'word.docx');
    expect(written.volume.text).toBe('甲市、乙县等地。\n全市概况。');
  });

  test('are refused for standard input', async () => {
    const { status, stderr } = await runXiuzhi(['review', '-', '--fix'], { input: TEXT });
    expect({ status, stderr }).toEqual({ status: 2, stderr: '从标准输入读入的文字不能用“--fix”改正，请给出文件。\n' });
  });
});
