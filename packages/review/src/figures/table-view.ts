import { isFigure, isNumber } from './read-cell.ts';
import type { TableGrid } from './table-grid.ts';

const COUNTED = /[（(](?:人|人次|户|件|个|所|名|起|台|辆|头|只|次|处|班|张|册|家)[）)]/u;

const VIEWS = new WeakMap<TableGrid, { across?: TableView; down?: TableView }>();

/** A table seen along one direction (看表方向): `items` are what is measured, `lines` the things or years measured. */
export class TableView {
  /** Labels of each item and line in one, as printed. */
  readonly items: readonly string[];
  readonly lines: readonly string[];
  readonly grid: TableGrid;
  private readonly isAcross: boolean;
  /** Numbers by item, with percentages and without: several rules ask for the same. */
  private readonly values: [Float64Array[], Float64Array[]] = [[], []];

  /** A table seen along a direction; the same object for all rules. */
  static of(grid: TableGrid, isAcross: boolean): TableView {
    let views = VIEWS.get(grid);
    if (views === undefined) VIEWS.set(grid, (views = {}));
    return isAcross ? (views.across ??= new TableView(grid, true)) : (views.down ??= new TableView(grid, false));
  }

  private constructor(grid: TableGrid, isAcross: boolean) {
    this.grid = grid;
    this.isAcross = isAcross;
    this.items = grid.namesOf(isAcross ? 'columns' : 'rows');
    this.lines = grid.namesOf(isAcross ? 'rows' : 'columns');
  }

  /** The numbers of an item by line, percentages too where asked for; NaN where there is none. */
  valuesOf(item: number, percentToo: boolean): Float64Array {
    return (this.values[percentToo ? 1 : 0][item] ??= this.readValues(item, percentToo));
  }

  private readValues(item: number, percentToo: boolean): Float64Array {
    const values = new Float64Array(this.lines.length);
    for (let line = 0; line < values.length; line += 1) {
      const cell = percentToo ? this.figureAt(item, line) : this.numberAt(item, line);
      values[line] = cell < 0 ? NaN : this.grid.values[cell]!;
    }
    return values;
  }

  /** The number where an item crosses a line; -1 where there is none. */
  numberAt(item: number, line: number): number {
    const cell = this.cellAt(item, line);
    return cell >= 0 && isNumber(this.grid.kinds[cell]!) ? cell : -1;
  }

  /** The number or percentage there; -1 where there is none. */
  figureAt(item: number, line: number): number {
    const cell = this.cellAt(item, line);
    return cell >= 0 && isFigure(this.grid.kinds[cell]!) ? cell : -1;
  }

  valueOf(cell: number): number {
    return this.grid.values[cell]!;
  }

  /** What rounding may have taken off a source: nothing where its label says that it is counted (人、件). */
  roundingOf(item: number, cell: number): number {
    return this.grid.decimals[cell] === 0 && COUNTED.test(this.items[item]!) ? 0 : this.halfPlaceOf(cell);
  }

  /** Half of the last printed place. */
  halfPlaceOf(cell: number): number {
    return 0.5 * 10 ** -this.grid.decimals[cell]!;
  }

  private cellAt(item: number, line: number): number {
    return this.isAcross ? this.grid.cellAt(line, item) : this.grid.cellAt(item, line);
  }
}
