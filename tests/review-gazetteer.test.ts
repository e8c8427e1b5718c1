import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { readManuscript, writeDocx, type Manuscript } from '@xiuzhi/manuscript';
import { review, type Block, type Finding } from '@xiuzhi/review';
import { beforeAll, describe, expect, it } from 'vitest';

const LAB = path.resolve(process.env.XIUZHI_LAB ?? path.join(import.meta.dirname, '../../shared/lab'));
const BOOK = path.join(LAB, 'gazetteers/东明县志（1986-2005）.md');
const GOLD = path.join(LAB, 'gold/东明县志_表内合计矛盾.tsv');
if (!existsSync(BOOK)) console.log(`skipped: no lab material at ${LAB} (XIUZHI_LAB)`);

/** Rows of the gold: table number, column, printed total, sum of the parts; `-` where the rows are right. */
const gold = existsSync(GOLD)
  ? readFileSync(GOLD, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
  : [];

describe.skipIf(!existsSync(BOOK))('reviewing a whole county gazetteer', () => {
  let book: Manuscript;
  let findings: Finding[];

  beforeAll(async () => {
    book = await readManuscript(readFileSync(BOOK), BOOK);
    findings = review(book.volume, { preset: 'gazetteer' });
  });

  const sums = () => findings.filter((finding) => finding.rule === 'figures-table-sum');
  const value = (finding: Finding, label: string) => finding.evidence.find((item) => item.label === label)?.value ?? '';

  it('cuts it into 15 parts with their chapters and sections, and finds its drawn tables', () => {
    const { nodes, blocks } = book.volume;
    const titled = (pattern: RegExp) => nodes.filter((node) => pattern.test(node.title)).length;
    expect(titled(/^第[一二三四五六七八九十]+编/)).toBe(15);
    expect(titled(/^第[一二三四五六七八九十]+章/)).toBeGreaterThan(80);
    expect(titled(/^第[一二三四五六七八九十]+节/)).toBeGreaterThan(300);
    expect(blocks.filter((block) => block.table).length).toBeGreaterThanOrEqual(262);
  });

  it('finds every wrong printed total of the gold', () => {
    const wrong = gold.filter(([, , , printed]) => printed !== '-');
    expect(wrong).toHaveLength(5);
    for (const [table, , column, printed, sum] of wrong) {
      const hit = sums().find(
        (finding) => finding.quote === printed && value(finding, '分项之和').endsWith(`＝${sum}`),
      );
      expect(hit, `${table} ${column}`).toBeDefined();
    }
  });

  it('is silent on the rows that the gold says are right', () => {
    const { volume } = book;
    // The four tables of the gold, each known by two of its printed totals, and how many of its totals are wrong.
    const tables = [
      ['19622', '45176', 1],
      ['5026', '9328', 1],
      ['18851', '5512', 0],
      ['14126', '2358', 3],
    ] as const;
    for (const [one, other, wrong] of tables) {
      const texts = (block: Block) => block.table?.cells.map((cell) => volume.text.slice(cell.start, cell.end)) ?? [];
      const table = volume.blocks.find((block) => [one, other].every((total) => texts(block).includes(total)));
      expect(table, one).toBeDefined();
      const raised = sums().filter((finding) => finding.start >= table!.start && finding.end <= table!.end);
      expect(raised, one).toHaveLength(wrong);
    }
    // A total that is broken over two lines of its cell is read as one number.
    expect(volume.text).toContain('15416');
  });

  it('raises no figure or date that nobody has judged, and nine in ten of those raised are real', () => {
    const verdicts = new Map(
      readFileSync(path.join(import.meta.dirname, 'verdicts/gazetteer.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t') as [string, string]),
    );
    const raised = findings.filter(({ family }) => family === 'figures' || family === 'dates');
    expect(raised.filter(({ id }) => !verdicts.has(id)).map(({ id }) => id)).toEqual([]);
    const real = raised.filter(({ id }) => verdicts.get(id) === 'real').length;
    expect(real / raised.length).toBeGreaterThanOrEqual(0.9);
    // What was found once stays found.
    const found = new Set(raised.map(({ id }) => id));
    expect([...verdicts].filter(([id, verdict]) => verdict === 'real' && !found.has(id)).map(([id]) => id)).toEqual([]);
  });

  it('gives the same outline, rules and quotes in the same order from the same book as .docx', async () => {
    const again = await readManuscript(await writeDocx(book.volume), '县志.docx');
    const outline = ({ volume }: Manuscript) => volume.nodes.map((node) => `${node.level} ${node.title}`);
    expect(outline(again)).toEqual(outline(book));
    const found = review(again.volume, { preset: 'gazetteer' });
    const line = (finding: Finding) => `${finding.rule} ${finding.quote}`;
    expect(found.map(line)).toEqual(findings.map(line));
  });
});
