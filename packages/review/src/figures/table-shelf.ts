import type { Reader } from '../rule.ts';
import type { Block, Volume } from '../volume.ts';
import { readTableCaption, type TableCaption } from './read-table-caption.ts';
import { TableGrid } from './table-grid.ts';

/** The tables of a book (全书表格), each read when a rule first asks for it, and once for all rules. */
export class TableShelf {
  private readonly volume: Volume;
  private readonly grids = new Map<Block, TableGrid | undefined>();
  private readonly captions = new Map<Block, TableCaption>();

  constructor(volume: Volume) {
    this.volume = volume;
  }

  gridOf(block: Block): TableGrid | undefined {
    if (!this.grids.has(block))
      this.grids.set(block, block.table === undefined ? undefined : TableGrid.read(this.volume.text, block.table));
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
