import type { Side, SideBlock, SideCell, SideNode } from '../src/index.ts';

/** A block as tests write it: a paragraph, `# heading` of any depth, `图：caption` or the rows of a table. */
export type Written = string | readonly (readonly string[])[];

/** A side of tests: blocks one after another, an outline from the headings. */
export function writeSide(...written: readonly Written[]): Side {
  let text = '';
  const blocks: SideBlock[] = [];
  const nodes: (SideNode & { end: number })[] = [{ title: '', level: 0, parent: -1, start: 0, end: 0 }];
  let open = [0];
  for (const block of written) {
    if (blocks.length > 0) text += '\n';
    const start = text.length;
    if (typeof block !== 'string') {
      const cells: SideCell[] = [];
      block.forEach((row, inRow) => {
        if (inRow > 0) text += '\n';
        row.forEach((cell, column) => {
          if (column > 0) text += '\t';
          const place = { row: inRow, column, rowSpan: 1, columnSpan: 1 };
          cells.push({ ...place, start: text.length, end: text.length + cell.length });
          text += cell;
        });
      });
      const table = { rows: block.length, columns: block[0]!.length, cells };
      blocks.push({ kind: 'table', start, end: text.length, node: open[open.length - 1]!, table });
    } else {
      const [, marks = '', title = block] = /^(#+) (.*)$/.exec(block) ?? [];
      text += title;
      if (marks !== '') {
        open = open.slice(0, marks.length);
        nodes.push({ title, level: marks.length, parent: open[open.length - 1]!, start, end: start });
        open.push(nodes.length - 1);
      }
      const kind = marks !== '' ? 'heading' : /^[表图]\d/.test(block) ? 'caption' : 'paragraph';
      blocks.push({ kind, start, end: text.length, node: open[open.length - 1]! });
    }
    for (const node of open) nodes[node]!.end = text.length;
  }
  return { text, blocks, nodes };
}
