/** Flags of a lean figure. */
export const APPROXIMATE = 1;
/** A change, not a level: 增加5人、比上年多. */
export const CHANGE = 2;
/** One end of a range: 3～5米. */
export const RANGE = 4;
/** The period stands in the same sentence. */
export const DATED = 8;
/** A means per head, per unit, per day: 人均、平均、每. */
export const MEAN = 16;
/** Planned, not done: 计划、设计、预计. */
export const PLANNED = 32;
/** A sum over years: 累计、先后、共. */
export const CUMULATIVE = 64;
/** “其中”, “另有”: a part of something before it. */
export const PARTIAL = 256;
/** What is counted stands behind a verb of doing: 建成7处基地. */
export const ACTED = 512;
/** “至1990年” before it: what was done may be a sum of years. */
export const UP_TO = 1024;

export const KINDS = ['amount', 'share', 'growth', 'points', 'times', 'rank'] as const;

/** Numbers of one figure, beside its text spans. */
export interface LeanFigure {
  start: number;
  end: number;
  value: number;
  place: number;
  /** Index into `FIGURE_UNITS`. */
  unit: number;
  kind: number;
  flags: number;
  /** Period: first and last day as YYYYMMDD, months and days 0 where not printed; 0 where not known. */
  from: number;
  to: number;
  subjectStart: number;
  subjectEnd: number;
  indicatorStart: number;
  indicatorEnd: number;
  block: number;
  /** Place in a table: row and column of the grid; -1 in prose. */
  row: number;
  column: number;
  /** Start of the sentence. */
  sentence: number;
}

/** Growing columns of lean figures (数值列): a million of them cost no objects. */
export class FigureColumns {
  length = 0;
  start: Int32Array;
  end: Int32Array;
  value: Float64Array;
  place: Float64Array;
  unit: Uint8Array;
  kind: Uint8Array;
  flags: Uint16Array;
  from: Int32Array;
  to: Int32Array;
  subjectStart: Int32Array;
  subjectEnd: Int32Array;
  indicatorStart: Int32Array;
  indicatorEnd: Int32Array;
  block: Int32Array;
  row: Int16Array;
  column: Int16Array;
  sentence: Int32Array;

  constructor(size = 1024) {
    this.start = new Int32Array(size);
    this.end = new Int32Array(size);
    this.value = new Float64Array(size);
    this.place = new Float64Array(size);
    this.unit = new Uint8Array(size);
    this.kind = new Uint8Array(size);
    this.flags = new Uint16Array(size);
    this.from = new Int32Array(size);
    this.to = new Int32Array(size);
    this.subjectStart = new Int32Array(size);
    this.subjectEnd = new Int32Array(size);
    this.indicatorStart = new Int32Array(size);
    this.indicatorEnd = new Int32Array(size);
    this.block = new Int32Array(size);
    this.row = new Int16Array(size);
    this.column = new Int16Array(size);
    this.sentence = new Int32Array(size);
  }

  push(figure: LeanFigure): void {
    const at = this.length;
    if (at === this.start.length) this.grow();
    this.start[at] = figure.start;
    this.end[at] = figure.end;
    this.value[at] = figure.value;
    this.place[at] = figure.place;
    this.unit[at] = figure.unit;
    this.kind[at] = figure.kind;
    this.flags[at] = figure.flags;
    this.from[at] = figure.from;
    this.to[at] = figure.to;
    this.subjectStart[at] = figure.subjectStart;
    this.subjectEnd[at] = figure.subjectEnd;
    this.indicatorStart[at] = figure.indicatorStart;
    this.indicatorEnd[at] = figure.indicatorEnd;
    this.block[at] = figure.block;
    this.row[at] = figure.row;
    this.column[at] = figure.column;
    this.sentence[at] = figure.sentence;
    this.length = at + 1;
  }

  private grow(): void {
    const size = this.length * 2;
    this.start = lengthen(this.start, new Int32Array(size));
    this.end = lengthen(this.end, new Int32Array(size));
    this.value = lengthen(this.value, new Float64Array(size));
    this.place = lengthen(this.place, new Float64Array(size));
    this.unit = lengthen(this.unit, new Uint8Array(size));
    this.kind = lengthen(this.kind, new Uint8Array(size));
    this.flags = lengthen(this.flags, new Uint16Array(size));
    this.from = lengthen(this.from, new Int32Array(size));
    this.to = lengthen(this.to, new Int32Array(size));
    this.subjectStart = lengthen(this.subjectStart, new Int32Array(size));
    this.subjectEnd = lengthen(this.subjectEnd, new Int32Array(size));
    this.indicatorStart = lengthen(this.indicatorStart, new Int32Array(size));
    this.indicatorEnd = lengthen(this.indicatorEnd, new Int32Array(size));
    this.block = lengthen(this.block, new Int32Array(size));
    this.row = lengthen(this.row, new Int16Array(size));
    this.column = lengthen(this.column, new Int16Array(size));
    this.sentence = lengthen(this.sentence, new Int32Array(size));
  }
}

function lengthen<A extends { set(from: A): void }>(old: A, grown: A): A {
  grown.set(old);
  return grown;
}
