import { describe, expect, test } from 'vitest';
import { makePdf, pageObject, stream, writePdf, fonts, type PrintedLine } from '../../../test/make-pdf.ts';
import { printVolume } from '../../../test/print-volume.ts';
import { readManuscript } from '../../read-manuscript.ts';

const open = (pages: readonly (readonly PrintedLine[])[]) => readManuscript(makePdf(pages), 'a.pdf');
const read = async (...pages: (readonly PrintedLine[])[]) => printVolume((await open(pages)).volume);

/** Lines below each other from the top; two full-width blanks in front indent a line. */
const column = (lines: readonly string[], x = 90, top = 760, size = 12): PrintedLine[] =>
  lines.map((text, index) => ({
    text: text.trim(),
    x: x + (text.length - text.trimStart().length) * size,
    y: top - index * size * 1.6,
    size,
  }));

const FULL = '清水河发源于甲市北部山区自西向东流经乙县全境在';
const LINES = [`　　${FULL}`, `${FULL}乙县`, '城东汇入大河。', `　　${FULL}`, '乙县折向南流。'];
const PARAGRAPHS = [`${FULL}${FULL}乙县城东汇入大河。`, `${FULL}乙县折向南流。`];

describe('lines of a page become paragraphs', () => {
  test('by indents and by lines that end early', async () => {
    expect(await read(column(LINES))).toEqual(PARAGRAPHS.map((text) => `paragraph ${text}`));
  });

  test('that go on over the page', async () => {
    expect(await read(column(LINES.slice(0, 2)), column(LINES.slice(2)))).toEqual(
      PARAGRAPHS.map((text) => `paragraph ${text}`),
    );
  });

  test('in pieces, with Latin words and raised figures in them', async () => {
    const pieces: PrintedLine[] = [
      { text: '面积', x: 90, y: 700 },
      { text: '128', x: 117, y: 700 },
      { text: 'km', x: 138, y: 700 },
      { text: '2', x: 150.5, y: 705, size: 7 },
      { text: '，在', x: 155, y: 700 },
      { text: 'Old', x: 180, y: 700 },
      { text: 'Town', x: 202, y: 700 },
      { text: '以东。', x: 228, y: 700 },
    ];
    expect(await read(pieces)).toEqual(['paragraph 面积128 km2，在Old Town以东。']);
  });

  test('of two columns, one column after the other, titles across stay where they are', async () => {
    const short = FULL.slice(0, 18);
    const left = [`　　${short.slice(2)}`, short, short, short, short, '甲。', '　　乙镇概况。'];
    const right = [short, short, short, short, short, '丙。', '　　丁镇概况。'];
    const title = { text: '综合经济与社会事业发展情况概述', x: 200, y: 780, size: 14 };
    const lines = await read([title, ...column(left, 70), ...column(right, 310)]);
    expect(lines).toEqual([
      'paragraph 综合经济与社会事业发展情况概述',
      `paragraph ${short.slice(2)}${short.repeat(4)}甲。`,
      'paragraph 乙镇概况。',
      `paragraph ${short.repeat(5)}丙。`,
      'paragraph 丁镇概况。',
    ]);
  });

  test('of turned pages and turned tables', async () => {
    const turned = column(LINES).map(({ text, x, y }) => ({ text, x: 800 - y, y: x, turn: 90 }));
    expect(await read(turned)).toEqual(PARAGRAPHS.map((text) => `paragraph ${text}`));
  });
});

describe('fonts that are not in the file and only name a Chinese encoding', () => {
  const withFont = (encoding: string, collection: string, codes: string) =>
    writePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[7 0 R]/Count 1>>',
      `<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(${collection})/Supplement 2>>/FontDescriptor 5 0 R/DW 1000>>`,
      '<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
      stream(`BT /F1 12 Tf 90 700 Td <${codes}> Tj ET`),
      pageObject(6),
    ]);
  test.each([
    ['UniGB-UCS2-H', 'GB1', '4e5953bf4f4d4e8e75325e02003300325317002e90e83002'],
    ['UniGB-UTF16-H', 'GB1', '4e5953bf4f4d4e8e75325e02003300325317002e90e83002'],
    ['GBK-EUC-H', 'GB1', 'd2d2cfd8cebbd3dabcd7cad03332b1b12eb2bfa1a3'],
    ['GBKp-EUC-H', 'GB1', 'd2d2cfd8cebbd3dabcd7cad03332b1b12eb2bfa1a3'],
  ])('%s', async (encoding, collection, codes) => {
    const { volume } = await readManuscript(withFont(encoding, collection, codes), 'a.pdf');
    expect(volume.text).toBe('乙县位于甲市32北.部。');
  });

  test('an encoding that nobody knows is refused', async () => {
    const pdf = withFont('UniGB-UTF8-H', 'GB1', 'e4b999e58ebf');
    await expect(readManuscript(pdf, 'a.pdf')).rejects.toMatchObject({ code: 'garbled-text' });
  });
});

test('numbered titles open the outline', async () => {
  const lines = await read(
    column(['第一章　地理', '', '第一节　位置', '　　乙县位于甲市北部。']).filter(({ text }) => text),
  );
  expect(lines).toEqual(['h1 第一章 地理', 'h2 第一节 位置', 'paragraph 乙县位于甲市北部。']);
});

test('what repeats on every page is left out, and told', async () => {
  const page = (number: number) => [
    { text: '乙县年鉴', x: 260, y: 810, size: 9 },
    ...column(LINES.map((line) => line.trimEnd().replace(/(?<=^　*)(?=\S)/, '甲乙丙丁'[number]!))),
    { text: `— ${number} —`, x: 280, y: 40, size: 9 },
  ];
  const { volume, report } = await open([page(1), page(2), page(3)]);
  expect(volume.text).not.toMatch(/年鉴|—/);
  expect(report.entries).toEqual([{ kind: 'headers-and-footers', taken: 'left', count: 6, places: [] }]);
});

test('rows of a table that pages cut stay, though they look alike at the edges of pages', async () => {
  const row = (y: number, ...cells: number[]) =>
    cells.map((cell, index) => ({ text: `${cell}`, x: 90 + index * 90, y }));
  const body = (year: number) =>
    LINES.map((line) => line.replace(/(?<=^　*)(?=\S)/, '〇一二三四五六七八九'[year % 10]!));
  const page = (year: number) => [
    ...row(760, year, year * 3),
    ...column(body(year), 90, 700),
    ...row(500, year * 7 - 9e3),
  ];
  const { volume, report } = await open([page(1990), page(1992), page(1997)]);
  for (const year of [1990, 1992, 1997]) {
    expect(volume.text).toContain(`${year}\t${year * 3}`);
    expect(volume.text).toContain(`\n${year * 7 - 9e3}`);
  }
  expect(report.entries.map(({ kind }) => kind)).toEqual(['table-lines']);
});

test('rows of tables stay lines, and are told', async () => {
  const row = (y: number, ...cells: string[]) => cells.map((text, index) => ({ text, x: 90 + index * 120, y }));
  const { volume, report } = await open([
    [...row(700, '年份', '产量', '产值'), ...row(680, '2020', '12.5', '340'), ...row(660, '2021', '13.1', '362')],
  ]);
  expect(volume.text).toBe('年份\t产量\t产值\n2020\t12.5\t340\n2021\t13.1\t362');
  expect(report.entries).toEqual([{ kind: 'table-lines', taken: 'text', count: 3, places: [] }]);
});

test('every character has its place on its page', async () => {
  const { volume, sources } = await open([column(LINES), column(['　　乙镇在北。'])]);
  const at = volume.text.indexOf('乙镇');
  expect(sources.toSource(at, at + 2)).toEqual([{ part: 'text', paragraph: 1, start: 0, end: 2 }]);
  expect(sources.toSource(0, volume.text.length).reduce((sum, span) => sum + span.end - span.start, 0)).toBe(
    volume.text.replaceAll('\n', '').length,
  );
});

describe('what cannot be read is refused with its own sentence', () => {
  const refusal = (pdf: Uint8Array) => expect(readManuscript(pdf, 'a.pdf')).rejects;
  const withPage = (content: string, ...more: string[]) =>
    writePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[7 0 R]/Count 1>>',
      ...fonts(3),
      content,
      pageObject(6),
      ...more,
    ]);

  test('a scan, and a book that is mostly scanned; but not one with some plates', async () => {
    await refusal(makePdf([[], [], []])).toMatchObject({ code: 'scan', message: expect.stringContaining('文字识别') });
    await refusal(makePdf([column(LINES), [], []])).toMatchObject({ code: 'scan' });
    const { report } = await open([column(LINES), column(LINES), []]);
    expect(report.entries).toContainEqual({ kind: 'pages-without-text', taken: 'left', count: 1, places: [] });
  });

  test('one with an opening password', async () => {
    const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'];
    const key = '41'.repeat(32);
    const lock = `/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>/ID[<41><41>]`;
    await refusal(writePdf(objects, lock)).toMatchObject({ code: 'encrypted' });
  });

  test('fonts without a table of characters', async () => {
    const codes = 'e001e002e003e004e005e006e007e008e009e00a';
    await refusal(withPage(stream(`BT /F1 12 Tf 90 700 Td <${codes}> Tj ET`))).toMatchObject({ code: 'garbled-text' });
  });

  test('no PDF behind its first line', async () => {
    await refusal(new TextEncoder().encode('%PDF-1.7\n乙县')).toMatchObject({ code: 'broken-pdf' });
  });

  test('marks of secrecy, also in a running head', async () => {
    await refusal(makePdf([column(['机密★5年', ...LINES])])).toMatchObject({ code: 'classified' });
    const page = [{ text: '内部参阅', x: 90, y: 810 }, ...column(LINES)];
    await refusal(makePdf([page, page, page])).toMatchObject({ code: 'classified' });
  });

  test('a page tree that runs in a circle', async () => {
    const loop = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>'];
    await refusal(writePdf(loop)).toMatchObject({ code: 'broken-pdf' });
  });

  test('a hundred thousand pages', async () => {
    const many = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${'3 0 R '.repeat(100_000)}]/Count 100000>>`];
    await refusal(writePdf([...many, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'])).toMatchObject({
      code: 'too-large',
    });
  });

  test('a page that unpacks to more than a page can hold, once or filter on filter', async () => {
    const bomb = stream(new Uint8Array(17e6).fill(32), true);
    await refusal(withPage(bomb)).toMatchObject({ code: 'zip-bomb' });
    const twice = stream('x', true).replace('/Filter/FlateDecode', '/Filter[/FlateDecode/FlateDecode]');
    await refusal(withPage(twice)).toMatchObject({ code: 'zip-bomb' });
  }, 30_000);

  test('a page of more pieces of text than anybody prints', async () => {
    const pieces = Array.from({ length: 65_000 }, (_, at) => `1 0 0 1 ${at % 500} ${(at * 7) % 800} Tm <4e59> Tj`);
    await refusal(withPage(stream(`BT /F1 9 Tf ${pieces.join('\n')} ET`, true))).toMatchObject({ code: 'too-large' });
  }, 30_000);

  test('scripts are not run and do no harm', async () => {
    const shown = stream('BT /F1 12 Tf 90 700 Td <4e5953bf4f4d4e8e7532 5e0253174e0a3002> Tj ET'.replace(' 5e', '5e'));
    const script = '<</Type/Action/S/JavaScript/JS(while\\(true\\){})>>';
    const pdf = writePdf([
      `<</Type/Catalog/Pages 2 0 R/OpenAction 8 0 R>>`,
      '<</Type/Pages/Kids[7 0 R]/Count 1>>',
      ...fonts(3),
      shown,
      pageObject(6),
      script,
    ]);
    expect((await readManuscript(pdf, 'a.pdf')).volume.text).toBe('乙县位于甲市北上。');
  });
});
