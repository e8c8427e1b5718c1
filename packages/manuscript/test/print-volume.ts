import type { Volume } from '@xiuzhi/review';

/** One line a block, `kind text`; headings with their level, cells with `|` and their spans (for assertions). */
export function printVolume(volume: Volume): string[] {
  return volume.blocks.flatMap((block) => {
    const text = volume.text.slice(block.start, block.end);
    if (block.kind === 'heading') return [`h${volume.nodes[block.node]!.level} ${text}`];
    if (!block.table) return [`${block.kind} ${text}`];
    return Array.from({ length: block.table.rows }, (_, row) => {
      const cells = block.table!.cells.filter((cell) => cell.row === row);
      return `row ${cells
        .map(({ start, end, rowSpan, columnSpan }) => {
          const spans = rowSpan * columnSpan > 1 ? `{${rowSpan}x${columnSpan}}` : '';
          return volume.text.slice(start, end) + spans;
        })
        .join('|')}`;
    });
  });
}
