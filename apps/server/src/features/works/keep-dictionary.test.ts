import { randomUUID } from 'node:crypto';

import readExcelFile from 'read-excel-file/universal';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { loadVolume } from '../manuscripts/store.ts';
import { loadSettings } from './load-settings.ts';

describe('settings and dictionary of a work', () => {
  let house: OpenHouse;
  let lead: Visitor;
  let id: string;

  beforeAll(async () => {
    house = await openHouse();
    lead = await house.join('reviewLead', '510000/');
  });
  afterAll(async () => {
    expect(house.faults).toEqual([]);
    await house.close();
  });
  const open = async () => {
    const { provinceId } = house.first;
    ({ id } = await lead.api.works.create({ title: '乙县志', kind: 'gazetteer', organisationId: provinceId }));
  };
  const send = async (list: string | Uint8Array<ArrayBuffer>, kind = 'person', person = lead) => {
    const form = new FormData();
    form.append('kind', kind);
    form.append('file', new Blob([list]), 'list');
    const answer = await person.fetch(`/api/works/${id}/words/list`, { method: 'POST', body: form });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const words = async () => (await lead.api.works.words({ id, limit: 200 })).items;

  it('keeps years and place, and tells the second of two editors that the first was faster', async () => {
    await open();
    const before = await lead.api.works.settings({ id });
    expect(before).toMatchObject({ recordedYear: null, period: null, place: null, words: 0, allowed: true });
    const change = { id, version: before.version, recordedYear: null, period: { from: 1986, to: 2005 }, place: '乙县' };
    const after = await lead.api.works.configure(change);
    expect(after).toMatchObject({ period: { from: 1986, to: 2005 }, place: '乙县', version: before.version + 1 });
    await expect(lead.api.works.configure(change)).rejects.toMatchObject({ code: 'STALE' });
    const backward = { ...change, version: after.version, period: { from: 2005, to: 1986 } };
    await expect(lead.api.works.configure(backward)).rejects.toMatchObject({ code: 'BAD_PERIOD' });
    const reader = await house.join('reader', '510000/');
    expect(await reader.api.works.settings({ id })).toMatchObject({ place: '乙县', allowed: false });
    await expect(reader.api.works.configure(change)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('keeps the ways of writing an office has settled, and what else is left out as it was', async () => {
    await open();
    const { version } = await lead.api.works.settings({ id });
    await lead.api.works.configure({ id, version, place: '乙县' });
    const change = { id, version: version + 1, houseStyle: { areaUnit: '平方千米', other: '其他' } as const };
    expect(await lead.api.works.configure(change)).toMatchObject({ place: '乙县', houseStyle: change.houseStyle });
    const wrong = { ...change, version: version + 2, houseStyle: { other: '其余' } as unknown as object };
    await expect(lead.api.works.configure(wrong)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it("goes by last year's book, if the caller may read it and as long as it is there", async () => {
    const text = '2022年，丁家镇粮食总产量52340吨。\n';
    const previousId = await importText(lead, house.first.provinceId, '乙县年鉴（2023）.md', text);
    await open();
    const { version } = await lead.api.works.settings({ id });
    const previous = { revisionId: previousId, title: '乙县年鉴（2023）', number: 1 };
    expect(await lead.api.works.configure({ id, version, previousId })).toMatchObject({ previous });
    const { previous: book } = await loadSettings(house.db, id, loadVolume);
    expect(book?.text).toContain('52340吨');
    const county = await house.join('reviewLead', '510000/510100/510104/');
    const { organisation } = (await county.api.accounts.me()).person.posts[0]!;
    const wish = { title: '乙县志', kind: 'gazetteer', organisationId: organisation.id } as const;
    const theirs = await county.api.works.create(wish);
    await expect(
      county.api.works.configure({ id: theirs.id, version: theirs.version, previousId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await lead.api.manuscripts.remove({ id: previousId });
    expect(await lead.api.works.settings({ id })).toMatchObject({ previous: null });
  });

  it('adds words one by one, finds them and removes them', async () => {
    await open();
    const made = { id, word: '丁家镇', kind: 'place' as const, wrong: ['丁加镇', '丁家镇'], from: 1986 };
    const word = await lead.api.works.addWord(made);
    expect(word).toMatchObject({ word: '丁家镇', wrong: ['丁加镇'], from: 1986, to: null });
    await expect(lead.api.works.addWord(made)).rejects.toMatchObject({ code: 'WORD_TAKEN' });
    await expect(lead.api.works.addWord({ ...made, word: '戊乡', to: 1980 })).rejects.toMatchObject({
      code: 'BAD_PERIOD',
    });
    expect((await lead.api.works.words({ id, search: '加镇' })).items).toEqual([word]);
    expect((await lead.api.works.words({ id, kind: 'person' })).items).toEqual([]);
    await lead.api.works.removeWord({ id, wordId: word.id });
    await lead.api.works.removeWord({ id, wordId: randomUUID() });
    expect(await words()).toEqual([]);
  });

  it('takes a pasted list, with or without more columns, and once more what it says now', async () => {
    await open();
    expect(await send('王某\n李某某\n\n王某\n')).toMatchObject({ status: 200, added: 2, changed: 0 });
    expect(await send('丁家镇\t地名\t丁加镇、叮家镇\t1986\t2005\n王某，人名，汪某')).toMatchObject({
      added: 1,
      changed: 1,
    });
    expect(await words()).toMatchObject([
      { word: '丁家镇', kind: 'place', wrong: ['丁加镇', '叮家镇'], from: 1986, to: 2005 },
      { word: '李某某', kind: 'person' },
      { word: '王某', kind: 'person', wrong: ['汪某'] },
    ]);
  });

  it('takes a table saved by Excel as text, and the template as it was filled in', async () => {
    await open();
    // 词语,类别 / 甲局,机构 in the code page of a Chinese Windows.
    const gbk = Uint8Array.from(Buffer.from('b4cad3ef2cc0e0b1f00d0abcd7bed62cbbfab9b9', 'hex'));
    expect(await send(gbk)).toMatchObject({ added: 1 });
    const template = await lead.fetch('/api/words-template.xlsx');
    const [first] = await readExcelFile(await template.clone().arrayBuffer());
    expect(first!.data[0]).toEqual(['词语', '类别', '误写', '起始年份', '终止年份']);
    expect(await send(new Uint8Array(await template.arrayBuffer()))).toMatchObject({ added: 2 });
    expect((await words()).map(({ word, kind }) => `${word} ${kind}`)).toEqual([
      '丁家镇 place',
      '乙县农业农村局 institution',
      '甲局 institution',
    ]);
  });

  it('says in a sentence why a list cannot be taken, and takes none of it', async () => {
    await open();
    const refused = async (list: string) => ((await send(list)) as { message?: string }).message;
    expect(await refused('甲某\n乙某\t神仙')).toBe(
      '名单中有不能导入的行，没有导入任何词语。第 2 行：没有“神仙”这个类别，可填：人名、机构、地名、用语。',
    );
    expect(await refused('甲某\t人名\t\t2005\t1986')).toContain('“甲某”的起始年份晚于终止年份。');
    expect(await refused('\n \n')).toBe('名单中没有词语，请填写后再导入。');
    expect(await refused('PK\u0003\u0004')).toContain('未能读取这份表格');
    expect(await refused('a\0b')).toBe('名单中没有词语，请填写后再导入。');
    expect(await words()).toEqual([]);
    const reader = await house.join('reader', '510000/');
    expect(await send('甲某', 'person', reader)).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
  });

  it('takes twenty thousand words at once, and not one more', async () => {
    await open();
    const list = Array.from({ length: 20_000 }, (_, nth) => `第${nth}村\t地名\t${nth}村`).join('\n');
    const started = performance.now();
    expect(await send(list)).toMatchObject({ added: 20_000 });
    console.log(`20,000 words from a list: ${Math.round(performance.now() - started)} ms`);
    expect(await send('又一村')).toMatchObject({ status: 409, code: 'DICTIONARY_FULL' });
    await expect(lead.api.works.addWord({ id, word: '又一村', kind: 'place' })).rejects.toMatchObject({
      code: 'DICTIONARY_FULL',
    });
    expect((await lead.api.works.settings({ id })).words).toBe(20_000);
    const rows = Array.from({ length: 20_000 }, (_, nth) => [`第${nth}村`, '地名', `村${nth}`]);
    const columns = ['词语', '类别', '误写'].map((header) => ({ header, width: 12 }));
    const sheet = await writeSheet({ sheet: '词库', isLandscape: false, top: [], columns, rows });
    const again = performance.now();
    expect(await send(new Uint8Array(sheet))).toMatchObject({ added: 0, changed: 20_000 });
    console.log(`20,000 words from a worksheet: ${Math.round(performance.now() - again)} ms`);
  });
});
