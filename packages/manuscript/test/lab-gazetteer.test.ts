import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { annotateDocx, decodeText, readManuscript, writeDocx } from '../src/index.ts';
import { checkMapping } from './check-mapping.ts';

const lab = process.env['XIUZHI_LAB'] ?? join(import.meta.dirname, '../../../../shared/lab');
const hasLab = existsSync(join(lab, 'gazetteers'));
if (!hasLab) console.log('lab tests of the manuscript reader skipped: no XIUZHI_LAB folder');

const only = (folder: string, pattern: RegExp) =>
  readdirSync(join(lab, folder))
    .filter((name) => pattern.test(name))
    .map((name) => join(lab, folder, name));

describe.skipIf(!hasLab)('a printed county gazetteer of 1.5 million characters', () => {
  const read = async () => {
    const [path] = only('gazetteers', /\.md$/);
    const bytes = readFileSync(path!);
    return { bytes, manuscript: await readManuscript(bytes, path!) };
  };

  test('every character comes out once, where it went in', async () => {
    const { bytes, manuscript } = await read();
    const faults = checkMapping(decodeText(bytes).text, manuscript.volume, manuscript.sources);
    expect(faults.unequal).toBe(0);
    expect(faults.rootless).toBe(0);
    expect(Object.keys(faults.lost).filter((character) => !/[#\u2500-\u257f]/.test(character))).toEqual([]);
  });

  test('the outline is the printed table of contents', async () => {
    const { manuscript } = await read();
    const [contents] = only('toc', /^01_/);
    const printed = readFileSync(contents!, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => `${/^\t*/.exec(line)![0].length + 1} ${line.replaceAll(/\s/g, '')}`);
    const outline = manuscript.volume.nodes.slice(1).map((node) => `${node.level} ${node.title.replaceAll(/\s/g, '')}`);
    // Three lines of the printed list run on into their text, which the reader parts from the title.
    const differing = outline.filter((title, index) => title !== printed[index]);
    expect(outline).toHaveLength(printed.length);
    expect(differing.every((title) => printed.some((line) => line.startsWith(title)))).toBe(true);
    expect(differing).toHaveLength(3);
  });

  test('every drawn table is a grid without holes', async () => {
    const { bytes, manuscript } = await read();
    const tables = manuscript.volume.blocks.flatMap((block) => block.table ?? []);
    const bottoms = decodeText(bytes).text.match(/^\s*┗/gm)!.length;
    expect(tables).toHaveLength(bottoms);
    for (const table of tables) {
      const places = table.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
      expect(places).toBe(table.rows * table.columns);
    }
  });

  test('the same book as a Word file is the same book, with and without comments', async () => {
    const { manuscript } = await read();
    const written = await writeDocx(manuscript.volume);
    const again = await readManuscript(written, 'book.docx');
    expect(again.volume.text === manuscript.volume.text).toBe(true);
    expect(JSON.stringify(again.volume) === JSON.stringify(manuscript.volume)).toBe(true);
    const comments = again.volume.blocks
      .filter((block, index) => index % 3 === 0 && block.end - block.start > 3)
      .map(({ start, end }) => {
        const spans = again.sources.toSource(start + 1, end - 1);
        return { spans, text: '建议核对', author: '审校', initials: '审', date: new Date(0) };
      });
    const annotated = await annotateDocx(written, comments);
    expect(annotated.anchored).toBe(comments.length);
    const reread = await readManuscript(annotated.bytes, 'book.docx');
    expect(reread.volume.text === manuscript.volume.text).toBe(true);
    expect(reread.report.entries.find(({ kind }) => kind === 'comments')?.count).toBe(comments.length);
  }, 60_000);
});

/** What the files hold, counted in their XML with other means. */
const HELD: Record<string, Record<string, number>> = {
  '01-': {},
  '03-': { 'headers-and-footers kept': 2 },
  '05-': { 'text-boxes text': 1 },
  '05_': {
    'fields text': 48,
    'hyperlinks text': 43,
    'computed-numbering text': 74,
    'images kept': 9,
    'charts kept': 2,
    'formulas kept': 39,
    'headers-and-footers kept': 5,
    'symbols kept': 1,
    'merged-cells text': 141,
    'nested-tables text': 3,
  },
  '06_': { 'insertions text': 6, 'deletions kept': 31, 'headers-and-footers kept': 2 },
  '08_': { 'merged-cells text': 20 },
  '09_': { 'footnotes text': 1, 'endnotes text': 1 },
  '12_': { 'computed-numbering text': 26 },
  '14_': {},
};

/** Opening tags of the changes of others, and what was deleted, in order. */
function revisionsIn(files: Record<string, Uint8Array>): string[] {
  const xml = strFromU8(files['word/document.xml']!);
  return [...xml.matchAll(/<w:(?:ins|del|moveFrom|moveTo) [^>]*>|<w:delText.*?<\/w:delText>/gs)].map(
    ([found]) => found,
  );
}

describe.skipIf(!hasLab)('Word files of many hands', () => {
  test.each(hasLab ? only('docs', /\.docx$/).map((path) => [path.replace(/.*\//, ''), path] as const) : [])(
    '%s takes a comment on every block and keeps its text',
    async (_, path) => {
      const bytes = readFileSync(path);
      const { volume, sources, report } = await readManuscript(bytes, path);
      const comments = volume.blocks
        .map((block) => sources.toSource(block.start, block.end))
        .filter((spans) => spans.length > 0)
        .map((spans) => ({ spans, text: '建议核对', author: '审校', initials: '审', date: new Date(0) }));
      const annotated = await annotateDocx(bytes, comments);
      expect(annotated.unanchored).toEqual([]);
      const again = await readManuscript(annotated.bytes, path);
      expect(again.volume).toEqual(volume);
      expect(again.report.foreign.filter((mark) => mark.author !== '审校')).toEqual(report.foreign);
      const before = unzipSync(bytes);
      const after = unzipSync(annotated.bytes);
      expect(revisionsIn(after)).toEqual(revisionsIn(before));
      const touched = /^(?:word\/document\.xml|word\/_rels\/document\.xml\.rels|\[Content_Types\]\.xml)$/;
      for (const [name, content] of Object.entries(before))
        if (!touched.test(name)) expect(Buffer.from(after[name]!).equals(content)).toBe(true);
    },
  );

  test.each(Object.entries(HELD))('the report of %s is true', async (start, held) => {
    const [path] = only('docs', new RegExp(`^${start}`));
    const { report } = await readManuscript(readFileSync(path!), path!);
    expect(Object.fromEntries(report.entries.map(({ kind, taken, count }) => [`${kind} ${taken}`, count]))).toEqual(
      held,
    );
  });
});
