import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { writeDocx } from '@xiuzhi/manuscript';
import { volumeFromText } from '@xiuzhi/review';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openHouse, type OpenHouse, type Visitor } from '../../server/test/open-house.ts';
import { runXiuzhi } from './run-xiuzhi.ts';

const TEXT = '# 概况\n\n全县种植小麦、玉米、等作物。\n';

let house: OpenHouse;
let editor: Visitor;
let workId: string;
let cwd: string;
let env: Record<string, string>;
const run = (...words: string[]) => runXiuzhi(words, { cwd, env });

beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'xiuzhi-cli-'));
  await writeFile(path.join(cwd, '乙县"年鉴".md'), TEXT);
  await writeFile(path.join(cwd, '密.txt'), '机密★10年\n\n甲市情况。\n');
  house = await openHouse();
  editor = await house.join('reviewLead', '510000/');
  const { secret } = await editor.api.accounts.createToken({ label: '命令行', days: 1 });
  env = { XIUZHI_SERVER: `${house.url}/`, XIUZHI_TOKEN: secret };
  const work = await editor.api.works.create({
    title: '乙县年鉴（2024）',
    kind: 'yearbook',
    recordedYear: 2023,
    organisationId: house.first.provinceId,
  });
  workId = work.id;
});
afterAll(async () => {
  await house.close();
  await rm(cwd, { recursive: true, force: true });
});

test('works are listed with the ids that an import asks for', async () => {
  const { status, stdout } = await run('works');
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^${workId}  年鉴  0 部书稿  乙县年鉴（2024）  \\S+$`, 'm'));
  const found = JSON.parse((await run('works', '--search', '无此项目', '--format', 'json')).stdout) as unknown;
  expect(found).toEqual({ works: [] });
});

test('what was taken of a file and what was not is told', async () => {
  const comment = { text: '请核对', author: '甲', initials: '甲', date: new Date(0), start: 0, end: 2 };
  await writeFile(path.join(cwd, '批注.docx'), await writeDocx(volumeFromText('甲市概况。'), [comment]));
  const { status, stderr } = await run('import', '批注.docx', '--work', workId);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: '批注.docx：1 处批注（他人）：保留在原稿中，导出时一并带出。\n',
  });
});

test('a file arrives byte for byte, is reviewed, and its reading page is named', async () => {
  const { status, stdout, stderr } = await run('import', '乙县"年鉴".md', '--work', workId);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [line, address] = stdout.trimEnd().split('\n');
  expect(line).toMatch(/^《乙县年鉴》第 1 稿：17 字符，表格 0 个，疑点 1 处$/);
  const id = address!.replace(`${house.url}/revisions/`, '');
  const revision = await editor.api.manuscripts.get({ id });
  expect(revision).toMatchObject({ state: 'ready', findings: 1, workId });
  const sent = await readFile(path.join(cwd, '乙县"年鉴".md'));
  expect(revision).toMatchObject({ sha256: createHash('sha256').update(sent).digest('hex'), bytes: sent.length });
});

test('a file of several chunks arrives whole', async () => {
  const line = `${'甲市位于盆地北缘。'.repeat(20)}\n`;
  await writeFile(path.join(cwd, '长.txt'), line.repeat(3_000));
  const { status, stdout } = await run('import', '长.txt', '--work', workId);
  expect(status).toBe(0);
  const revision = await editor.api.manuscripts.get({ id: stdout.trim().split('/').at(-1)! });
  expect(revision.bytes).toBe(Buffer.byteLength(line) * 3_000);
});

test('what the work holds already is told, and taken where that is asked for', async () => {
  await writeFile(path.join(cwd, '两次.md'), `${TEXT}甲市位于盆地北缘。\n`);
  const importIt = (...words: string[]) => run('import', '两次.md', '--work', workId, ...words);
  expect(await importIt()).toMatchObject({ status: 0, stderr: '' });
  expect(await importIt()).toMatchObject({
    status: 2,
    stdout: '',
    stderr: '两次.md：此稿与“两次”第1稿内容完全相同，没有再次导入。如仍要导入，请加 --again。\n',
  });
  expect(await importIt('--again')).toMatchObject({ status: 0, stderr: '' });
});

test('a file that is too large is told before anything of it is sent', async () => {
  const file = path.join(cwd, '巨大.txt');
  await writeFile(file, '');
  await truncate(file, 300 * 1024 * 1024);
  expect(await run('import', '巨大.txt', '--work', workId)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: '巨大.txt：文件超过 200 MB，请压缩图片或分卷后再导入。\n',
  });
  await rm(file);
});

test('a token may come from a file', async () => {
  await writeFile(path.join(cwd, 'token'), `${env.XIUZHI_TOKEN}\n`);
  const { status } = await runXiuzhi(['works', '--server', house.url, '--token-file', 'token'], { cwd });
  expect(status).toBe(0);
});

test('the audit chain is verified by an administrator, and by nobody else', async () => {
  const administrator = await house.join('administrator', '510000/');
  const { secret } = await administrator.api.accounts.createToken({ label: '校验', days: 1 });
  const verify = (token: string) => runXiuzhi(['audit', 'verify'], { env: { ...env, XIUZHI_TOKEN: token } });
  const intact = await verify(secret);
  expect(intact).toMatchObject({ status: 0, stderr: '' });
  expect(intact.stdout).toMatch(/^审计链完好：共 \d+ 条记录，已封 \d+ 条。\n$/);
  expect(await verify(env.XIUZHI_TOKEN!)).toMatchObject({
    status: 2,
    stderr: '您的岗位没有此项权限，如需办理请联系本单位管理员。\n',
  });
  const [first] = await house.db.selectFrom('audit_seal').select('position').orderBy('position').limit(1).execute();
  await house.db
    .updateTable('audit_seal')
    .set({ hash: Buffer.alloc(32) })
    .where('position', '=', first!.position)
    .execute();
  const broken = await verify(secret);
  expect(broken.status).toBe(1);
  expect(broken.stdout).toMatch(/^审计链自第 \d+ 号记录起对不上/);
});

test.each([
  ['a work that is not named', ['import', '密.txt'], '可用 xiuzhi works 查看'],
  ['a work that is no id', ['import', '密.txt', '--work', '7'], '“7”不是项目编号'],
  [
    'a work that is not there',
    ['import', '密.txt', '--work', '00000000-0000-4000-8000-000000000000'],
    '未找到该内容，可能已被移除，或不在您的查看范围内。',
  ],
  ['no server', ['works', '--server', 'http://127.0.0.1:1'], '连不上 http://127.0.0.1:1，请确认修志已启动。'],
  ['a server that is no address', ['works', '--server', 'localhost'], '“localhost”不是网址'],
  ['a missing token file', ['works', '--token-file', 'none'], 'none：没有这个文件或文件夹。'],
])('says in one sentence what is wrong with %s', async (_name, words, sentence) => {
  const { status, stdout, stderr } = await run(...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd()).not.toContain('\n');
});

test('knows another program by its answer', async () => {
  const other = http.createServer((_request, response) => response.end('<p>hello</p>'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    expect(await run('works', '--server', url)).toMatchObject({
      status: 2,
      stderr: `${url} 的答复不是修志给出的，请核对网址。\n`,
    });
  } finally {
    other.close();
  }
});

test('says what to do about a missing, garbled or revoked token', async () => {
  const works = (token: string) => runXiuzhi(['works'], { env: { ...env, XIUZHI_TOKEN: token } });
  expect(await works('')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^没有令牌，请在网页“命令行令牌”处新建/),
  });
  expect(await works('令牌')).toMatchObject({ status: 2, stderr: expect.stringMatching(/^令牌形式不对/) });
  expect(await works('x'.repeat(43))).toMatchObject({
    status: 2,
    stderr: '令牌无效或已过期，请在网页“命令行令牌”处新建。\n',
  });
});

test('a refused file is named with the words of the server, and the others are still imported', async () => {
  await writeFile(path.join(cwd, '概况.md'), `${TEXT}乙县位于丙河南岸。\n`);
  const { status, stdout, stderr } = await run('import', '密.txt', '无此文件.md', '概况.md', '--work', workId);
  expect(status).toBe(2);
  expect(stderr).toBe(
    '密.txt：该文件疑似标有密级或内部标识，未保存。请通过涉密渠道办理。\n无此文件.md：没有这个文件或文件夹。\n',
  );
  expect(stdout).toContain(`${house.url}/revisions/`);
});
