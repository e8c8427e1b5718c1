import type { Reader } from '../rule.ts';
import type { Block, Volume } from '../volume.ts';
import { readTableCaption, type TableCaption } from './read-table-caption.ts';
import { TableCells } from './table-cells.ts';
import { TableGrid } from './table-grid.ts';

/** The tables of a book (全书表格), each read when a rule first asks for it, and once for all rules. */
export class TableShelf {
  private readonly volume: Volume;
  private readonly cells = new Map<Block, TableCells | undefined>();
  private readonly grids = new Map<Block, TableGrid | undefined>();
  private readonly captions = new Map<Block, TableCaption>();

  constructor(volume: Volume) {
    this.volume = volume;
  }

  /** The cells of a table; undefined where the block is none. */
  cellsOf(block: Block): TableCells | undefined {
    if (!this.cells.has(block))
      this.cells.set(block, block.table === undefined ? undefined : new TableCells(this.volume.text, block.table));
    return this.cells.get(block);
  }

  /** The body of a table; undefined where it has no header or no numbers. */
  gridOf(block: Block): TableGrid | undefined {
    if (!this.grids.has(block)) {
      const cells = this.cellsOf(block);
      this.grids.set(block, cells && TableGrid.read(cells));
    }
    return this.grids.get(block);
  }

  captionOf(block: Block): TableCaption {
    let caption = this.captions.get(block);
    if (caption === undefined) this.captions.set(block, (caption = readTableCaption(this.volume, block)));
    return caption;
  }
}

/** The tables of the book under review. */
export const readTables: Reader<TableShelf> = (volume) => new TableShelf(volume);
