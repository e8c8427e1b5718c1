import { boundRounding } from './bound-rounding.ts';
import { keepShape } from '../keep-shape.ts';
import { BLANK, NUMBER } from './read-cell.ts';
import { TableCells } from './table-cells.ts';
import { TableGrid, type Line } from './table-grid.ts';

/** A label as the sums need it (项目): read once a table. */
export interface Item {
  readonly leaf: string;
  /** Labels above the last one. */
  readonly parent: string;
  readonly depth: number;
  /** Named 合计, 小计 … itself, or the whole group it stands in. */
  readonly isTotal: boolean;
  /** Outermost label names a total: 合计·男. */
  readonly isInTotal: boolean;
  /** 其中：…: counted within another one. */
  readonly isAmong: boolean;
  readonly path: readonly string[];
}

const TOTAL = /^(?:.{0,6}(?:合计|总计|小计|共计)|总数|合计数|总计数|计|全[县市省区州国乡镇]|总和)(?:[（(].*)?$/u;
const NOT_ADDED =
  /率|比例|比重|比$|性别比|百分|[％%‰]|均|单价|价格|指数|位次|名次|增长|增减|±|密度|每|标准|序号|编号|年份|年度|时间|备注|占|系数|倍|速度|增幅|降幅|涨幅|幅度|温|单产|亩产|面积产量|龄$/u;
const AMONG = /^(?:其中|#|内[:：]|[（(]其中)/u;

/** Whether a label names a total (合计、小计 …). */
export function isTotalLabel(label: string): boolean {
  return /[计总全]/u.test(label) && TOTAL.test(label);
}

/** One direction of a table (求和方向): `items` are summed along, `lines` cross them. */
export class SumAxis {
  readonly items: readonly Item[];
  readonly hasTotal: boolean;
  private readonly grid: TableGrid;
  private readonly isDown: boolean;
  private readonly caption: string;
  private readonly crossing: readonly Line[];
  private readonly measured: (boolean | undefined)[] = [];
  private readonly measuredItems: (boolean | undefined)[] = [];
  private added: readonly number[] | undefined;

  constructor(grid: TableGrid, direction: 'down' | 'across', caption: string) {
    this.grid = grid;
    this.isDown = direction === 'down';
    this.caption = caption;
    this.crossing = this.isDown ? grid.columns : grid.rows;
    this.items = (this.isDown ? grid.rows : grid.columns).map(readItem);
    this.hasTotal = this.items.some(({ isTotal }) => isTotal);
  }

  /** Crossing lines that hold amounts, not rates; read when first asked for. */
  get lines(): readonly number[] {
    this.added ??= this.crossing.flatMap(({ path }, index) =>
      path.some((label) => NOT_ADDED.test(label)) ? [] : [index],
    );
    return this.added;
  }

  /** The cell where an item crosses a line; -1 where there is none. */
  cellAt(item: number, line: number): number {
    return this.isDown ? this.grid.cellAt(item, line) : this.grid.cellAt(line, item);
  }

  isBlank(cell: number): boolean {
    return cell < 0 || this.grid.kinds[cell] === BLANK;
  }

  isNumber(cell: number): boolean {
    return cell >= 0 && this.grid.kinds[cell] === NUMBER;
  }

  valueOf(cell: number): number {
    return this.grid.values[cell]!;
  }

  decimalsOf(cell: number): number {
    return this.grid.decimals[cell]!;
  }

  /** Largest difference that rounding can make on a line of this total. */
  toleranceOf(item: number, line: number, total: number, parts: readonly number[]): number {
    let fine = this.grid.decimals[total]!;
    for (const part of parts) fine = Math.max(fine, this.grid.decimals[part]!);
    if (fine === 0 && !this.isItemMeasured(item) && !this.isMeasured(line)) return 0;
    let atFine = 0;
    for (const part of parts) if (this.grid.decimals[part] === fine) atFine += 1;
    return boundRounding(parts.length, atFine, fine, this.grid.decimals[total]!);
  }

  /** Whether the label of an item names a unit of what is measured, not counted. */
  private isItemMeasured(item: number): boolean {
    return (this.measuredItems[item] ??= this.items[item]!.path.some((label) => MEASURED.test(label)));
  }

  private isMeasured(line: number): boolean {
    return (this.measured[line] ??= MEASURED.test(`${this.crossing[line]!.path.join('')}${this.caption}`));
  }
}

/** Units whose figures were rounded when printed; persons, pieces and households are counted and have no rounding. */
const MEASURED = /万|亿|元|吨|千克|公斤|公顷|亩|米|公里|里|升|瓦|安|面积|产量|产值|金额/u;

function readItem({ path }: Line): Item {
  const leaf = path[path.length - 1] ?? '';
  const isInTotal = path.length > 1 && isTotalLabel(path[0]!);
  return {
    leaf,
    parent: path.length < 2 ? '' : path.slice(0, -1).join('/'),
    depth: path.length,
    isTotal: leaf !== '' && (isTotalLabel(leaf) || isInTotal),
    isInTotal,
    isAmong: path.some((label) => AMONG.test(label)),
    path,
  };
}

const cells = [0, 1, 2, 3].map((at) => ({
  row: at >> 1,
  column: at & 1,
  rowSpan: 1,
  columnSpan: 1,
  start: at,
  end: at + 1,
}));
const least = TableGrid.read(new TableCells('名数甲1', { rows: 2, columns: 2, cells }));
if (least !== undefined) keepShape(new SumAxis(least, 'down', ''));
