import { readDocxTables } from '@xiuzhi/manuscript';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { makeLine, makePaper } from '../../../test/make-paper.ts';
import type { LetterPaper } from './letter-paper.ts';
import { bookmarkLine, readLineBookmark } from './letter-marks.ts';
import { writeLetter } from './write-letter.ts';
import { writeRegister } from './write-register.ts';

const xmlOf = (bytes: Uint8Array, part: string) => strFromU8(unzipSync(bytes)[`word/${part}.xml`]!);
const open = async (over: Partial<LetterPaper> = {}) => {
  const bytes = await writeLetter(makePaper(over));
  return { bytes, document: xmlOf(bytes, 'document'), ...(await readDocxTables(bytes)) };
};

test('a letter has head, two sections, request, attachment and signature', async () => {
  const { paragraphs, tables } = await open();
  expect(paragraphs.slice(0, -1)).toEqual([
    '关于《乙县年鉴（2026）》的审查意见',
    '甲市志审〔2026〕3号　　　　签发人：王某',
    '乙县地方志编纂委员会办公室：',
    '你单位报送的书稿收悉。经组织审查，书稿框架完整、资料较为翔实，尚有部分内容需要修改完善。',
    '本次审查依据《乙县年鉴（2026）送审稿》第2稿，为第1轮审查，共提出意见12条，其中修改意见9条、需讨论研究的意见3条。',
    '一、修改意见',
    '二、需讨论研究的意见',
    '以下各条请会同有关方面研究后酌定；未作修改的，请说明考虑。',
    '请于2026年4月10日前对照上表逐条办理，在“处理结果”“说明”两栏填写后发回，直接回传本文件即可，无须登录系统。部分修改的请注明，未改或者有异议的请说明理由。',
    '请认真研究办理，进一步提高书稿质量。',
    '联系人及联系方式：李某，0800-1234567',
    '附件：审改意见登记表',
    '甲市地方志编纂委员会办公室',
    '2026年3月5日',
  ]);
  expect(tables.map(({ rows }) => rows.length)).toEqual([10, 4]);
  expect(tables[0]!.rows[6]!.cells.map(({ text }) => text)).toEqual([
    '6',
    '第三编 农业\n第6章 种植业',
    '县人大主任主持会议并讲话。',
    '分项之和与总数不符，建议核对统计口径。\n建议：水田17.4万亩、旱地15.2万亩\n依据：《地方综合年鉴编纂出版规定》',
    '□已改\n□部分修改\n□未改\n□有异议',
    '',
  ]);
});

test('a slip asks to verify, and has no attachment', async () => {
  const { paragraphs, tables } = await open({ kind: 'slip', number: null, signedBy: null, dueOn: null, round: 2 });
  expect(paragraphs[0]).toBe('《乙县年鉴（2026）》资料核实单（第2轮）');
  expect(paragraphs).toContain(
    '请在表中填写后发回，直接回传本文件即可，无须登录系统。内容属实的，请在“属实”前的方框内打钩；需要更正的，请写明正确的内容和依据；有异议的，请说明理由。',
  );
  expect(paragraphs.some((text) => text.startsWith('附件'))).toBe(false);
  expect(tables.map(({ rows }) => rows[0]!.cells.map(({ text }) => text))).toEqual([
    ['序号', '原文位置', '原文', '请核实的内容', '核实结果', '说明'],
  ]);
  expect(tables[0]!.rows[1]!.cells[4]!.text).toBe('□属实\n□更正为\n□有异议');
});

test('one section alone is not numbered', async () => {
  const { paragraphs } = await open({ lines: [makeLine(1)] });
  expect(paragraphs).toContain('修改意见');
  expect(paragraphs.join('')).toContain('共提出修改意见1条。');
  expect(paragraphs.join('')).not.toContain('需讨论研究的意见');
});

test('a draft says so on every page, a signed letter does not', async () => {
  const { bytes } = await open({ state: 'draft' });
  for (const part of ['header1', 'header2']) expect(xmlOf(bytes, part)).toContain('草稿（未签发）');
  const signed = await open();
  for (const part of ['header1', 'header2']) expect(xmlOf(signed.bytes, part)).not.toContain('草稿');
});

test('paper, faces and tables are those of GB/T 9704', async () => {
  const { bytes, document } = await open();
  const styles = xmlOf(bytes, 'styles');
  // 210 × 297 mm; 37, 26, 35, 28 mm: 1 mm is 56.69 twips.
  expect(document).toMatch(/<w:pgSz w:w="11905" w:h="16837"/);
  expect(document).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(/styleId="title".*?<\/w:style>/s.exec(styles)![0]).toMatch(/方正小标宋简体.*<w:sz w:val="44"\/>/s);
  const body = /styleId="body".*?<\/w:style>/s.exec(styles)![0];
  expect(body).toMatch(/w:line="560" w:lineRule="exact"/);
  expect(body).toMatch(/仿宋_GB2312.*<w:sz w:val="32"\/>/s);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(14);
  expect(xmlOf(bytes, 'settings')).toContain('<w:evenAndOddHeaders');
});

test('a character that 仿宋_GB2312 lacks is set in 仿宋, an empty cell has the style of the table', async () => {
  const { document } = await open();
  expect(document).toMatch(/<w:rFonts[^>]*w:eastAsia="仿宋"[^>]*\/><\/w:rPr><w:t[^>]*>𠮷<\/w:t>/);
  expect(document).toMatch(
    /<w:p><w:pPr><w:pStyle w:val="cell"\/>(?:<w:jc[^>]*\/>)?<\/w:pPr>(?:<w:r>.{0,80})?<\/w:p><\/w:tc><\/w:tr>/,
  );
});

describe('hidden marks', () => {
  test('the secret is printed nowhere', async () => {
    const { secret } = makePaper();
    const { document } = await open();
    const shown = document.replaceAll(/<w:r><w:rPr>(?:(?!<\/w:rPr>).)*<w:vanish\/>.*?<\/w:r>/gs, '');
    const texts = [...shown.matchAll(/<w:t[^>]*>([^<]*)/g)].map((match) => match[1]).join('');
    expect(document).toContain(secret);
    expect(texts).not.toContain(secret);
  });

  test('bookmarks keep to what Word allows, are unique and lead back', async () => {
    const names = [...(await open()).document.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(
      (match) => match[1]!,
    );
    expect(new Set(names).size).toBe(16);
    for (const name of names) expect(name).toMatch(/^[a-z]\w{0,39}$/);
    for (const id of ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'])
      expect(readLineBookmark(`${bookmarkLine(id)}_Copy1`)).toBe(id);
  });
});

describe('what may not be written', () => {
  test('a political or secrecy line with an edit', async () => {
    const line = makeLine(3, { carriesNoEdit: true });
    await expect(writeLetter(makePaper({ lines: [line] }))).rejects.toThrow('carries no edit');
    await expect(writeRegister(makePaper({ lines: [line] }))).rejects.toThrow('carries no edit');
    expect(await writeLetter(makePaper({ lines: [{ ...line, suggestion: null }] }))).toBeInstanceOf(Uint8Array);
  });

  test.each([{ secret: 'short' }, { letterId: 'x' }, { lines: [makeLine(1, { lineId: 'x' })] }])(
    'ids that could not be read back: %j',
    async (over) => {
      await expect(writeLetter(makePaper(over))).rejects.toThrow(TypeError);
    },
  );

  test('characters XML cannot hold', async () => {
    const { tables } = await open({ lines: [makeLine(1, { quote: '甲\u0000<&>\ud800乙\n丙' })] });
    expect(tables[0]!.rows[1]!.cells[2]!.text).toBe('甲<&>\ufffd乙\n丙');
  });
});
