import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from 'vitest';

import { runXiuzhi } from './run-xiuzhi.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'xiuzhi-bulletin-'));
const HEAD = ['甲市地方志工作简报', '第3期（总第30期）', '甲市地方志工作办公室 2031年7月2日'];
const BODY = ['【县区动态】', '乙县举办培训', '7月1日，乙县举办地方志业务培训。（乙县地方志办）'];
const TAIL = ['信息公开选项：主动公开', '报：市委。', '甲市地方志工作办公室综合科 2031年7月2日印发', '（共印20份）'];
const write = (name: string, lines: readonly string[]) => {
  const file = path.join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
};

test('bulletins are printed as data; a bad file does not keep the others', async () => {
  const good = write('好.txt', [...HEAD, ...BODY, '责任编辑：郑兰', ...TAIL]);
  const bad = write('缺版记.txt', [...HEAD, ...BODY]);
  const secret = write('密.txt', ['机密★1年', ...HEAD, ...BODY, ...TAIL]);
  const { stdout, stderr, status } = await runXiuzhi(['bulletin', bad, good, secret, '--format', 'json']);
  const { files } = JSON.parse(stdout) as { files: Record<string, unknown>[] };
  expect(files).toHaveLength(1);
  expect(Object.keys(files[0]!).slice(0, 15)).toEqual(
    'path series year number total office date columns items disclosure recipients printedBy printedOn copies candidates'.split(
      ' ',
    ),
  );
  expect(files[0]).toMatchObject({
    path: good,
    number: 3,
    total: 30,
    date: '2031-07-02',
    columns: ['县区动态'],
    copies: 20,
    credits: ['责任编辑：郑兰'],
  });
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining('缺版记.txt：没有读到版记'),
    expect.stringContaining('密.txt：该文件疑似标有密级'),
  ]);
  expect(status).toBe(2);
});
