import { memo, useMemo } from 'react';

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
        <div
          className={`block-heading level-${Math.min(block.level ?? 1, 5)}`}
          role="heading"
          aria-level={block.level}
          data-start={block.start}
        >
          {text}
        </div>
      );
    case 'caption':
      return (
        <p className="block-caption" data-start={block.start}>
          {text}
        </p>
      );
    case 'note':
      return (
        <p className="block-note" data-start={block.start}>
          {text}
        </p>
      );
    case 'image':
      return (
        <p className="block-image">
          〔图片〕<span data-start={block.start}>{text}</span>
        </p>
      );
    default:
      return (
        <p className="block-paragraph" data-start={block.start}>
          {text}
        </p>
      );
  }
});

type Table = NonNullable<Block['table']>;

function TableView({ block, table, marks, highlights, selected }: Properties & { table: Table }) {
  const rows = useMemo(() => {
    const rows = Array.from({ length: table.rows }, () => [] as Table['cells']);
    for (const cell of table.cells) rows[cell[0]]?.push(cell);
    return rows;
  }, [table]);
  return (
    <div className="block-table">
      <table>
        <tbody>
          {rows.map((cells, row) => {
            const start = cells[0]?.[4] ?? 0;
            const end = cells[cells.length - 1]?.[5] ?? 0;
            const own = within(marks, start, end);
            return (
              <TableRow
                key={row}
                block={block}
                cells={cells}
                marks={own}
                highlights={within(highlights, start, end)}
                selected={own.some((mark) => mark.seq === selected) ? selected : null}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A row without marks gets the same empty lists each time and is not drawn again: some tables run to thousands. */
const TableRow = memo(function TableRow({
  block,
  cells,
  marks,
  highlights,
  selected,
}: Properties & { cells: Table['cells'] }) {
  return (
    <tr>
      {cells.map(([, column, rowSpan, columnSpan, start, end]) => (
        <td key={column} rowSpan={rowSpan} colSpan={columnSpan} data-start={start}>
          <MarkedText
            text={block.text.slice(start - block.start, end - block.start)}
            offset={start}
            marks={within(marks, start, end)}
            highlights={within(highlights, start, end)}
            selected={selected}
          />
        </td>
      ))}
    </tr>
  );
});

const NONE: never[] = [];

function within<T extends { start: number; end: number }>(
  spans: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  if (spans.length === 0) return NONE;
  const found = spans.filter((span) => span.start < end && span.end > start);
  return found.length > 0 ? found : NONE;
}
