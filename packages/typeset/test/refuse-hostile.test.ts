import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { typesetDocx, typesetHtml, typesetPdf, TypesetRefusal, type Paper } from '../src/index.ts';
import { readPdf } from './read-pdf.ts';
import { sampleBulletin, sampleLetter, sampleRegister } from './sample-papers.ts';

function withText(text: string): Paper {
  const item = { title: '说明', subtitle: null, source: null, paragraphs: [{ text, bold: null, level: 0 as const }] };
  return sampleBulletin(1, { sections: [{ column: null, items: [item] }] });
}
async function read(text: string) {
  const { pdf } = await typesetPdf(withText(text));
  const pages = await readPdf(pdf);
  return { pages, all: pages.flatMap(({ words }) => words.map((word) => word.text)).join('') };
}
async function refusal(work: Promise<unknown>): Promise<TypesetRefusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TypesetRefusal);
  return error as TypesetRefusal;
}

describe('hostile text', () => {
  it('prints as it is, whatever it would mean in a template', async () => {
    const words = '#read("/etc/passwd")$x^2$@ref*bold*_it_<body-end>`raw`\\u{41}//c/*d*/=h#import"x"[k]{m}~--';
    const { all } = await read(words);
    expect(all.replaceAll(' ', '')).toContain(words);
    expect(all).not.toContain('root:');
  });

  it('of 200,000 characters in one paragraph is set to the last', async () => {
    const { all, pages } = await read(`${'修志存史'.repeat(50_000)}终`);
    expect(pages.length).toBeGreaterThan(300);
    expect(all.match(/[修志存史]{4}/g)!.length).toBeGreaterThan(49_000);
    expect(all).toContain('终');
  }, 60_000);

  it('of 20,000 Latin letters without a break stays within the type area', async () => {
    const { pages, all } = await read('x'.repeat(20_000));
    expect(all.match(/x/g)!.length).toBeGreaterThanOrEqual(20_000);
    for (const { words } of pages) for (const { x, width } of words) expect(x + width).toBeLessThan(28 + 156 + 1.5);
  });

  it('loses its control characters, and no other', async () => {
    const { all } = await read('甲\u0000\u0007乙\u202e丙\u200b丁\ufeff戊\r\n己\u2028庚\t辛');
    expect(all.replaceAll(' ', '')).toContain('甲乙丙丁戊');
    expect(all).toContain('己');
    expect(all.replaceAll(' ', '')).toContain('庚辛');
  });

  it('reaches neither Word nor HTML as markup', async () => {
    const paper = withText('</w:t><script>&\u0000\u202e');
    expect((await typesetDocx(paper)).length).toBeGreaterThan(1000);
    expect(typesetHtml(paper)).not.toContain('<script');
  });
});

describe('rare characters', () => {
  it('that the fonts of npm hold are printed', async () => {
    expect((await read('㙍头街道、𬭎鑫社区、〇、①')).all).toContain('㙍头街道、𬭎鑫社区、〇、①');
  });

  it('are printed where a font holds them, else named in the refusal, and never a box', async () => {
    const outcome = await read('𠮷野村').catch((error: unknown) => error as TypesetRefusal);
    if (outcome instanceof TypesetRefusal) {
      expect(outcome.code).toBe('missing-glyph');
      expect(outcome.characters).toEqual(['𠮷']);
    } else expect(outcome.all).toContain('𠮷野村');
  });

  it('that no font holds are named, each once, in one sentence', async () => {
    const error = await refusal(typesetPdf(withText('甲\u{F0000}乙\u{F0001}丙\u{F0000}\ud800')));
    expect(error.code).toBe('missing-glyph');
    expect(error.characters).toEqual(['\u{F0000}', '\u{F0001}', '\ufffd']);
    expect(error.message).toContain('（U+F0000）');
    expect(error.message).toContain('残缺的字符（U+FFFD）');
    expect(error.message).toMatch(/^[^。]+。[^。]+。$/);
  });
});

describe('the folder of an office', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-fonts-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('comes first: its 仿宋 sets the body, and only the body', async () => {
    const font = createRequire(import.meta.url).resolve(
      '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    );
    const before = await readPdf((await typesetPdf(withText('正文'))).pdf);
    // Not the font itself, which nobody may ship, but another under its name.
    renameFamily(font, path.join(folder, 'office.ttf'), 'Noto Sans SC', 'FangSong Own');
    writeFileSync(path.join(folder, 'broken.ttf'), 'no font');
    const after = await readPdf((await typesetPdf(withText('正文'), { fontFolder: folder })).pdf);
    const faceOf = (pages: typeof before, text: string) =>
      pages[0]!.words.find((word) => word.text.includes(text))!.font;
    expect(faceOf(before, '正文')).toMatch(/Serif|Fang/);
    expect(faceOf(after, '正文')).toMatch(/Sans/);
    expect(faceOf(after, '说明')).toBe(faceOf(before, '说明'));
  });

  it('may be missing', async () => {
    expect((await typesetPdf(withText('正文'), { fontFolder: path.join(folder, 'none') })).pages).toBe(2);
  });
});

describe('what is no document', () => {
  const bulletin = sampleBulletin(1);
  it.each<[string, unknown]>([
    ['nothing', null],
    ['another kind', { ...bulletin, kind: '__proto__' }],
    ['a number for text', { ...bulletin, issuer: 3 }],
    ['no sections', { ...bulletin, sections: undefined }],
    ['an unknown level', withLevel(3)],
    ['copies by halves', { ...bulletin, copies: 0.5 }],
    ['a row without a cell', shorten()],
    [
      'a column of no width',
      { ...sampleRegister(1), table: { ...sampleRegister(1).table, columns: [{ width: 0, align: 'left' }] } },
    ],
    ['a part of no kind', { ...sampleLetter(1), parts: [{ kind: 'picture' }] }],
  ])('is refused: %s', async (_, paper) => {
    const error = await refusal(typesetPdf(paper as Paper));
    expect(error.code).toBe('malformed');
    expect(error.message).toMatch(/。$/);
    expect((await refusal(typesetDocx(paper as Paper))).code).toBe('malformed');
    expect(() => typesetHtml(paper as Paper)).toThrow(TypesetRefusal);
  });

  it('is refused by the typesetter where its head does not add up', async () => {
    const paper = sampleRegister(1);
    const head = [[{ text: '甲', columns: 40, rows: 1 }]];
    expect((await refusal(typesetPdf({ ...paper, table: { ...paper.table, head } }))).code).toBe('malformed');
  });

  it('and what is too long is told so', async () => {
    expect((await refusal(typesetPdf(withText('字'.repeat(1_000_001))))).code).toBe('too-long');
  });
});

describe('a job', () => {
  it('ends with its signal, and its process with it', async () => {
    const stop = new AbortController();
    const work = typesetPdf(withText('修志存史'.repeat(50_000)), { signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    await expect(work).rejects.toThrow(/abort/i);
    await expect(typesetPdf(withText('甲'), { signal: stop.signal })).rejects.toThrow(/abort/i);
  });

  it('runs beside others', async () => {
    const all = await Promise.all([1, 2, 3].map((items) => typesetPdf(sampleBulletin(items))));
    const alone = await typesetPdf(sampleBulletin(3));
    expect(all[2]!.pages).toBe(alone.pages);
    expect(all[0]!.pages).toBeLessThan(alone.pages);
  });
});

function withLevel(level: number) {
  const paper = sampleBulletin(1);
  const item = { ...paper.sections[0]!.items[0]!, paragraphs: [{ text: '甲', bold: null, level }] };
  return { ...paper, sections: [{ column: null, items: [item] }] };
}

function shorten() {
  const paper = sampleRegister(1);
  return { ...paper, table: { ...paper.table, rows: [{ cells: ['甲'] }] } };
}

/** Writes a font under another family of the same length. */
function renameFamily(from: string, to: string, family: string, name: string): void {
  expect(name).toHaveLength(family.length);
  const font = readFileSync(from);
  const [old, other] = [family, name].map((words) => Buffer.from(words, 'utf16le').swap16()) as [Buffer, Buffer];
  let at = font.indexOf(old);
  expect(at).toBeGreaterThan(0);
  for (; at >= 0; at = font.indexOf(old, at)) other.copy(font, at);
  writeFileSync(to, font);
}
