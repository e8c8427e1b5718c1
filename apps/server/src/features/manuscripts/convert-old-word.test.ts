import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { writeDocx } from '@xiuzhi/manuscript';
import { volumeFromText } from '@xiuzhi/review';
import { importText, upload } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { convertOldWord, lookForSoffice, NEW_FILE, OLD_FILE, sweepConversions } from './convert-old-word.ts';

const never = new AbortController().signal;
let place: string;

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'xiuzhi-test-'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** A program that stands in for LibreOffice; `$out` is the folder it is told to write to. */
async function standIn(name: string, script: string): Promise<string> {
  const file = path.join(place, name);
  await writeFile(file, `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout="$2"\n${script}\n`);
  await chmod(file, 0o700);
  return file;
}

async function prepare(name: string): Promise<string> {
  const folder = path.join(place, name);
  await mkdir(path.join(folder, 'out'), { recursive: true });
  await writeFile(path.join(folder, OLD_FILE), 'old');
  return folder;
}

describe('the program that converts', () => {
  it('is found by its setting or on the path, and is not where the setting is empty', async () => {
    const found = await standIn('soffice', 'true');
    expect(await lookForSoffice({ XIUZHI_SOFFICE: found })).toBe(found);
    expect(await lookForSoffice({ PATH: `relative${path.delimiter}${place}` })).toBe(found);
    expect(await lookForSoffice({ XIUZHI_SOFFICE: '', PATH: place })).toBeNull();
    expect(await lookForSoffice({ XIUZHI_SOFFICE: path.join(place, 'nowhere') })).toBeNull();
  });

  it('works on one file at a time', async () => {
    const log = path.join(place, 'log');
    const script = `echo begin >> ${log}; sleep 0.2; echo end >> ${log}; echo new > "$out/original.docx"`;
    const soffice = await standIn('slow', script);
    const folders = await Promise.all(['a', 'b', 'c'].map(prepare));
    expect(await Promise.all(folders.map((folder) => convertOldWord(soffice, folder, never)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await readFile(log, 'utf8')).toBe('begin\nend\n'.repeat(3));
    expect(await readFile(path.join(folders[0]!, NEW_FILE), 'utf8')).toBe('new\n');
  });

  it('ends with all it started when the upload is given up, and lets the next one in', async () => {
    const started = path.join(place, 'started');
    const stuck = await standIn('stuck', `sleep 60 & echo $! > ${started}; wait`);
    const abort = new AbortController();
    const outcome = convertOldWord(stuck, await prepare('stuck-folder'), abort.signal);
    const next = convertOldWord(await standIn('good', 'echo new > "$out/original.docx"'), await prepare('d'), never);
    await expect.poll(() => existsSync(started)).toBe(true);
    abort.abort();
    expect(await outcome).toBe(false);
    expect(await next).toBe(true);
    const pid = (await readFile(started, 'utf8')).trim();
    // Ended, or at most waiting to be buried.
    const state = async () =>
      (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')).replace(/.*\) (\w).*/s, '$1');
    await expect.poll(state).toBe('Z');
  });

  it('has failed where it writes nothing', async () => {
    expect(await convertOldWord(await standIn('bad', 'exit 0'), await prepare('e'), never)).toBe(false);
    expect(await convertOldWord(path.join(place, 'nowhere'), await prepare('f'), never)).toBe(false);
  });

  it('leaves folders of killed servers to the next start, and those of living ones alone', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const dead = path.join(place, `xiuzhi-convert-${2 ** 22 + 7}-${id}`);
    const living = path.join(place, `xiuzhi-convert-${process.pid}-${id}`);
    await mkdir(dead);
    await mkdir(living);
    await sweepConversions(place);
    expect([dead, living].map((folder) => existsSync(folder))).toEqual([false, true]);
  });
});

const soffice = await lookForSoffice(process.env);
if (!soffice) console.log('conversion of .doc by LibreOffice not tested: there is none on this machine');

describe.skipIf(!soffice)('a .doc with LibreOffice on the machine', () => {
  let house: OpenHouse;
  let editor: Visitor;

  beforeAll(async () => {
    house = await openHouse();
    editor = await house.join('reviewLead', '510000/');
  });
  afterAll(() => house.close());

  const makeDoc = async (text: string): Promise<Uint8Array<ArrayBuffer>> => {
    const folder = await mkdtemp(path.join(place, 'doc-'));
    const words = { text: '请核对', author: '甲', initials: '甲', date: new Date('2026-01-02T03:04:00Z') };
    await writeFile(
      path.join(folder, 'a.docx'),
      await writeDocx(volumeFromText(text), [{ ...words, start: 0, end: 2 }]),
    );
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync(soffice!, [
      '--headless',
      profile,
      '--convert-to',
      'doc',
      '--outdir',
      folder,
      path.join(folder, 'a.docx'),
    ]);
    return Uint8Array.from(await readFile(path.join(folder, 'a.doc')));
  };
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`xiuzhi-convert-${process.pid}-`));

  it('is read by way of a .docx; the original stays, findings go out in the copy', async () => {
    const doc = await makeDoc('乙县位于甲市北部。\n全县有七、八户迁入。');
    const id = await importText(editor, house.first.provinceId, '乙县志.doc', doc);
    expect(await editor.api.manuscripts.get({ id })).toMatchObject({ format: 'doc', fileName: '乙县志.doc' });
    const blocks = await editor.api.manuscripts.blocks({ id, from: 0 });
    expect(blocks.map(({ text }) => text)).toEqual(['乙县位于甲市北部。', '全县有七、八户迁入。']);
    const original = await editor.fetch(`/api/revisions/${id}/original`);
    expect(Buffer.from(await original.arrayBuffer()).equals(doc)).toBe(true);
    const { entries, lines, foreign } = await editor.api.manuscripts.report({ id });
    expect(entries.map(({ kind }) => kind)).toEqual(['comments', 'converted']);
    expect(lines.at(-1)).toMatch(/^原件为旧版 Word 或 WPS 文件，已转换为 \.docx 读入；.*。$/);
    expect(foreign).toMatchObject([{ kind: 'comment', author: '甲', text: '请核对' }]);
    const annotated = await editor.fetch(`/api/revisions/${id}/annotated.docx?decisions=undecided`);
    expect(annotated.status).toBe(200);
    expect(
      Buffer.from(await annotated.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(left()).toEqual([]);
  }, 120_000);

  it('that bears a mark is refused before it is written anywhere', async () => {
    const doc = await makeDoc('机密★5年\n乙县概况。');
    const work = await editor.api.works.create({
      title: '乙县志',
      kind: 'gazetteer',
      organisationId: house.first.provinceId,
    });
    const before = readdirSync(house.objectFolder, { recursive: true });
    const response = await upload(editor, work.id, '乙县.doc', doc);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'classified' });
    expect(readdirSync(house.objectFolder, { recursive: true })).toEqual(before);
    expect(left()).toEqual([]);
    expect(house.faults).toEqual([]);
  }, 120_000);
});
