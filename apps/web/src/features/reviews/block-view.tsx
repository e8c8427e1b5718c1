import { memo } from 'react';

import type { Block } from './book-text.ts';
import type { Mark } from './find-marks.ts';
import { MarkedText } from './marked-text.tsx';
import type { Highlight } from './split-text.ts';

interface Properties {
  block: Block;
  marks: readonly Mark[];
  highlights: readonly Highlight[];
  /** The selected finding where it is marked in this block. */
  selected: number | null;
}

/** One block of the book (正文块) as it reads in print. Drawn again only when its own marks or highlights change. */
export const BlockView = memo(function BlockView(properties: Properties) {
  const { block } = properties;
  if (block.table) return <TableView {...properties} table={block.table} />;
  const text = <MarkedText {...properties} text={block.text} offset={block.start} />;
  switch (block.kind) {
    case 'heading':
      return (
        <div className={`block-heading level-${Math.min(block.level ?? 1, 5)}`} role="heading" aria-level={block.level}>
          {text}
        </div>
      );
    case 'caption':
      return <p className="block-caption">{text}</p>;
    case 'note':
      return <p className="block-note">{text}</p>;
    case 'image':
      return <p className="block-image">〔图片〕{text}</p>;
    default:
      return <p className="block-paragraph">{text}</p>;
  }
});

function TableView({ block, table, marks, highlights, selected }: Properties & { table: NonNullable<Block['table']> }) {
  const rows = Array.from({ length: table.rows }, () => [] as typeof table.cells);
  for (const cell of table.cells) rows[cell[0]]?.push(cell);
  return (
    <div className="block-table">
      <table>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(([, column, rowSpan, columnSpan, start, end]) => (
                <td key={column} rowSpan={rowSpan} colSpan={columnSpan}>
                  <MarkedText
                    text={block.text.slice(start - block.start, end - block.start)}
                    offset={start}
                    marks={marks.filter((mark) => mark.start < end && mark.end > start)}
                    highlights={highlights.filter((highlight) => highlight.start < end && highlight.end > start)}
                    selected={selected}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
