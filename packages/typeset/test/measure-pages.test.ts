import { beforeAll, describe, expect, it } from 'vitest';

import { typesetPdf, type BulletinPaper } from '../src/index.ts';
import { readPdf, type PrintedPage } from './read-pdf.ts';
import { sampleBulletin, sampleLetter, sampleRegister } from './sample-papers.ts';

const POINT = 25.4 / 72;
/** From the upper edge of a character to its baseline. */
const ASCENT = 0.88;
const LEFT = 28;
const TOP = 37;
const RIGHT = LEFT + 156;
const BOTTOM = TOP + 225;

const textOf = (page: PrintedPage) => page.words.map(({ text }) => text).join('');
const find = (page: PrintedPage, text: string) => page.words.find((word) => word.text.includes(text))!;
async function print(paper: Parameters<typeof typesetPdf>[0]) {
  const { pdf, pages } = await typesetPdf(paper);
  const read = await readPdf(pdf);
  expect(read).toHaveLength(pages);
  return read;
}

/** One item of nothing but so many Chinese characters. */
function plain(characters: number, change: Partial<BulletinPaper> = {}): BulletinPaper {
  const text = '志'.repeat(characters);
  return sampleBulletin(1, {
    sections: [
      {
        column: null,
        items: [{ title: '', subtitle: null, source: null, paragraphs: [{ text, bold: null, level: 0 }] }],
      },
    ],
    ...change,
  });
}

describe('the type area', () => {
  let pages: PrintedPage[];
  let lines: PrintedPage['words'];
  beforeAll(async () => {
    pages = await print(plain(28 * 60));
    lines = pages[1]!.words.filter(({ text }) => /^志+$/.test(text));
  });

  it('is 156 mm by 225 mm on A4, 37 mm from the head and 28 mm from the binding edge', () => {
    expect(pages[1]!.width).toBeCloseTo(210, 1);
    expect(pages[1]!.height).toBeCloseTo(297, 1);
    const size = lines[0]!.size * POINT;
    expect(lines[0]!.y - ASCENT * size).toBeCloseTo(TOP, 0.5);
    expect(Math.abs(lines.at(-1)!.y + (1 - ASCENT) * size - BOTTOM)).toBeLessThan(0.5);
    for (const { x, width } of lines) {
      expect(Math.abs(x - LEFT)).toBeLessThan(0.5);
      expect(Math.abs(x + width - RIGHT)).toBeLessThan(0.5);
    }
  });

  it('holds 22 lines of 28 characters, evenly apart', () => {
    expect(lines).toHaveLength(22);
    for (const { text, size } of lines) {
      expect([...text]).toHaveLength(28);
      expect(size).toBeCloseTo(15.75, 2);
    }
    const steps = lines.slice(1).map(({ y }, at) => y - lines[at]!.y);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.01);
  });
});

describe('a bulletin', () => {
  let pages: PrintedPage[];
  beforeAll(async () => {
    pages = await print(sampleBulletin());
  });

  it('has the red head: name, number, office left and day right, each a character in, above a rule', () => {
    const [first] = pages as [PrintedPage];
    const office = find(first, '甲市地方志工作办公室');
    const day = find(first, '2026年11月20日');
    const masthead = find(first, '甲市地方志工作简报');
    expect(masthead.size).toBeGreaterThan(40);
    expect(masthead.x + masthead.width / 2).toBeCloseTo((LEFT + RIGHT) / 2, -0.5);
    expect(textOf(first)).toContain('第12期（总第88期）');
    expect(office.x).toBeCloseTo(LEFT + 15.75 * POINT, 1);
    expect(day.x + day.width).toBeCloseTo(RIGHT - 15.75 * POINT, 1);
    expect(office.y).toBeCloseTo(day.y, 2);
    const [rule] = first.rules;
    expect(rule).toMatchObject({ left: expect.closeTo(LEFT, 1), right: expect.closeTo(RIGHT, 1) });
    expect(rule!.y).toBeGreaterThan(office.y);
    expect(rule!.y).toBeLessThan(office.y + 6);
  });

  it('sets titles in 22, body in 15.75, tail and page numbers in 14 points', () => {
    const title = find(pages[0]!, '甲市召开年鉴编纂工作推进会');
    expect(title.size).toBeCloseTo(22, 2);
    expect(title.font).toMatch(/Bold|Song/);
    expect(find(pages[0]!, '全市98家').size).toBeCloseTo(15.75, 2);
    expect(find(pages.at(-1)!, '主动公开').size).toBeCloseTo(14, 2);
    expect(find(pages[0]!, '— 1 —').size).toBeCloseTo(14, 2);
    expect(find(pages[0]!, '【特别关注】').font).toMatch(/Sans|Hei/);
  });

  it('numbers odd pages right and even ones left, a character in, the dash 7 mm below the type area', () => {
    pages.forEach((page, at) => {
      const number = find(page, `— ${at + 1} —`);
      const edge = 14 * POINT;
      // The closing dash may be narrower than its box.
      if (at % 2 === 0) expect(Math.abs(number.x + number.width - (RIGHT - edge))).toBeLessThan(1);
      else expect(number.x).toBeCloseTo(LEFT + edge, 0.5);
      expect(Math.abs(number.y - 0.35 * 14 * POINT - (BOTTOM + 7))).toBeLessThan(0.5);
    });
  });

  it('ends with the tail at the foot of the last, even page', () => {
    expect(pages.length % 2).toBe(0);
    const last = pages.at(-1)!;
    const rules = last.rules.map(({ y }) => y);
    expect(rules).toHaveLength(3);
    expect(Math.abs(rules.at(-1)! - BOTTOM)).toBeLessThan(0.5);
    const order = ['信息公开选项：主动公开', '报：', '送：', '发：', '2026年11月20日印发', '（共印25份）'];
    const heights = order.map((words) => find(last, words).y);
    expect(heights).toEqual([...heights].sort((one, other) => one - other));
    expect(heights[0]).toBeLessThan(rules[0]!);
    expect(heights[4]).toBeLessThan(rules[2]!);
    expect(heights[5]).toBeGreaterThan(rules[2]!);
    expect(pages.slice(0, -1).every((page) => !textOf(page).includes('印发'))).toBe(true);
  });

  it('keeps all of its text, in order', () => {
    const all = pages.map(textOf).join('');
    for (const { items } of sampleBulletin().sections)
      for (const { title, source } of items) {
        expect(all).toContain(title.replaceAll(' ', ''));
        if (source) expect(all).toContain(`（${source}）`);
      }
    expect(all).toContain('2024—2026年年鉴编纂进度');
    expect(all).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
  });
});

describe('the tail', () => {
  it('comes on the back of a page of one page', async () => {
    const pages = await print(plain(100));
    expect(pages).toHaveLength(2);
    expect(textOf(pages[1]!)).toContain('共印25份');
  });

  it('comes on an even page wherever the text ends, and no page past an empty one has a number', async () => {
    // Lines of text on the first page after its head, then as many as make each number of pages, with and without room.
    for (const lines of [5, 14, 20, 34, 38, 50, 58]) {
      const pages = await print(plain(28 * lines));
      expect(pages.length % 2, `${lines} lines`).toBe(0);
      expect(textOf(pages.at(-1)!)).toContain('共印25份');
      const empty = pages.findIndex((page) => textOf(page).replaceAll(/[—\s\d]/g, '') === '');
      pages.forEach((page, at) => {
        const isNumbered = page.words.some(({ text }) => text === `— ${at + 1} —`);
        expect(isNumbered, `${lines} lines, page ${at + 1}`).toBe(empty < 0 || at < empty);
      });
    }
  });

  it('holds recipients of more than a page', async () => {
    const down = Array.from({ length: 60 }, (_, at) => `第${at + 1}组：各县（区）地方志工作机构，各供稿单位。`);
    const pages = await print(plain(100, { recipients: { up: [], across: [], down } }));
    const all = pages.map(textOf).join('');
    for (const group of down) expect(all).toContain(group);
  });
});

describe('a draft', () => {
  it('says 送审稿 and has no number', async () => {
    const [first] = await print(plain(100, { draft: true }));
    expect(textOf(first!)).toContain('送审稿');
    expect(textOf(first!)).not.toContain('第12期');
  });
});

describe('the source of an item', () => {
  it.each([10, 22, 26, 27, 28, 40])('ends at the right edge after %i characters', async (characters) => {
    const paper = plain(characters);
    const item = { ...paper.sections[0]!.items[0]!, source: '乙县地方志办' };
    const [first] = await print({ ...paper, sections: [{ column: null, items: [item] }] });
    const source = find(first!, '（乙县地方志办）');
    // The closing bracket may be half as wide.
    expect(source.x + source.width).toBeGreaterThan(RIGHT - 0.5);
    expect(source.x + source.width).toBeLessThan(RIGHT + 3);
    expect(find(first!, '志志').x).toBeGreaterThan(LEFT - 0.5);
  });
});

describe('a letter', () => {
  it('has the head and the lines of the letter form, and no number on its first page', async () => {
    const pages = await print(sampleLetter());
    const [first, second] = pages as [PrintedPage, PrintedPage];
    const [thick, thin, lower] = first.rules.filter(({ left, right }) => right - left > 165);
    for (const rule of [thick!, thin!]) {
      expect(rule.left).toBeCloseTo(20, 1);
      expect(rule.right).toBeCloseTo(190, 1);
    }
    expect(thin!.y).toBeGreaterThan(thick!.y);
    expect(lower!.y).toBeGreaterThan(275);
    expect(lower!.y).toBeLessThan(278);
    const number = find(first, '甲志函〔2026〕18号');
    expect(number.x + number.width).toBeCloseTo(RIGHT, 0.5);
    expect(number.y - ASCENT * 15.75 * POINT - thin!.y).toBeCloseTo((15.75 * 7 * POINT) / 8, 0);
    expect(textOf(first)).not.toContain('— 1 —');
    expect(textOf(second)).toContain('— 2 —');
    expect(textOf(second)).toContain('续表');
    expect(textOf(first)).not.toContain('续表');
    const day = find(pages.at(-1)!, '2026年11月20日');
    expect(day.x + day.width).toBeCloseTo(RIGHT - 4 * 15.75 * POINT, 0.5);
  });

  it('never leaves the signature alone on a page', async () => {
    for (const rows of [2, 3, 4]) {
      const pages = await print(sampleLetter(rows, { attachments: [], note: '' }));
      const last = pages.at(-1)!;
      expect(find(last, '2026年11月20日'), `${rows} rows`).toBeDefined();
      expect(textOf(last), `${rows} rows`).toContain('特此函告。');
    }
  });
});

describe('a table', () => {
  it('repeats its head and says 续表 on every page but the first, lying or not', async () => {
    for (const isLandscape of [true, false]) {
      const pages = await print(sampleRegister(40, { isLandscape }));
      expect(pages[0]!.width).toBeCloseTo(isLandscape ? 297 : 210, 1);
      expect(pages.length).toBeGreaterThan(3);
      pages.forEach((page, at) => {
        expect(textOf(page)).toContain('原文位置');
        expect(textOf(page).includes('续表')).toBe(at > 0);
      });
      const all = pages.map(textOf).join('');
      expect(all.match(/播种面积/g)).toHaveLength(43);
      expect(all).toContain('需讨论研究的意见');
      expect(all).toContain('√');
    }
  });

  it('breaks a row longer than a page instead of losing its end', async () => {
    const paper = sampleRegister(1);
    const cells = paper.table.rows[0] as { cells: string[] };
    const long = { cells: cells.cells.map((text, at) => (at === 2 ? `${'长'.repeat(3_000)}终` : text)) };
    const pages = await print({ ...paper, table: { ...paper.table, rows: [long] } });
    expect(pages.map(textOf).join('')).toMatch(/长终/);
    expect(pages.length).toBeGreaterThan(2);
  });
});
