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
/** The clause speaks of the book's own place: 全县、境内. */
export const OWN_PLACE = 128;
/** “其中”, “另有”: a part of something before it. */
export const PARTIAL = 256;
/** What is counted stands behind a verb of doing: 建成7处基地. */
export const ACTED = 512;

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
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  value = new Float64Array(1024);
  place = new Float64Array(1024);
  unit = new Uint8Array(1024);
  kind = new Uint8Array(1024);
  flags = new Uint16Array(1024);
  from = new Int32Array(1024);
  to = new Int32Array(1024);
  subjectStart = new Int32Array(1024);
  subjectEnd = new Int32Array(1024);
  indicatorStart = new Int32Array(1024);
  indicatorEnd = new Int32Array(1024);
  block = new Int32Array(1024);
  row = new Int16Array(1024);
  column = new Int16Array(1024);
  sentence = new Int32Array(1024);

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
    const longer = <A extends Int32Array | Float64Array | Uint8Array | Uint16Array | Int16Array>(
      make: new (length: number) => A,
      old: A,
    ): A => {
      const grown = new make(size);
      grown.set(old as never);
      return grown;
    };
    this.start = longer(Int32Array, this.start);
    this.end = longer(Int32Array, this.end);
    this.value = longer(Float64Array, this.value);
    this.place = longer(Float64Array, this.place);
    this.unit = longer(Uint8Array, this.unit);
    this.kind = longer(Uint8Array, this.kind);
    this.flags = longer(Uint16Array, this.flags);
    this.from = longer(Int32Array, this.from);
    this.to = longer(Int32Array, this.to);
    this.subjectStart = longer(Int32Array, this.subjectStart);
    this.subjectEnd = longer(Int32Array, this.subjectEnd);
    this.indicatorStart = longer(Int32Array, this.indicatorStart);
    this.indicatorEnd = longer(Int32Array, this.indicatorEnd);
    this.block = longer(Int32Array, this.block);
    this.row = longer(Int16Array, this.row);
    this.column = longer(Int16Array, this.column);
    this.sentence = longer(Int32Array, this.sentence);
  }
}
