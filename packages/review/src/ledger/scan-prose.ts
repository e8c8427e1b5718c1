import { BASE_OF_UNIT, FIGURE_UNITS, findUnitAt } from './figure-units.ts';
import {
  ACTED,
  APPROXIMATE,
  CHANGE,
  CUMULATIVE,
  DATED,
  MEAN,
  PARTIAL,
  PLANNED,
  RANGE,
  UP_TO,
  type FigureColumns,
  type LeanFigure,
} from './figure-columns.ts';
import { isDash, isDigitAt, isHan, isLetter, isMore, isSpace } from './character-kinds.ts';
import { NO_TIME, readTimeAt, type TimeSpan } from './read-time.ts';
import { readPhrase, readSubject, type Phrase } from './read-phrase.ts';

const YEAR = 0x5e74;
const BREAK = 1;
const STOP = 2;
const DIGIT = 4;
const CLASS = new Uint8Array(65_536);
for (const mark of '，,、；;：:（）()“”《》【】[]〔〕\t') CLASS[mark.charCodeAt(0)] = BREAK;
for (const mark of '。！？\n') CLASS[mark.charCodeAt(0)] = STOP;
/** Words of change, looked for in the clause before a figure. */
const CHANGES = new Uint8Array(65_536);
for (const mark of '增减升降涨跌') CHANGES[mark.charCodeAt(0)] = 1;
for (let code = 0x30; code <= 0x39; code += 1) CLASS[code] = DIGIT;

/** Last characters of reigns: 民国17年 is a date. */
const ERA_END = new Uint8Array(65_536);
for (const mark of '国治绪丰隆熙正庆历德靖启祯统光武乐宗平和') ERA_END[mark.charCodeAt(0)] = 1;
/** How far back a figure looks for what changes it. */
const REACH = 24;

const PERCENT = unitNumber('%');
const PERMILLE = unitNumber('‰');
const POINTS = unitNumber('百分点');
const TIMES = unitNumber('倍');
const YEARS = unitNumber('年');
const VOLTS = unitNumber('伏');
const DEGREES = findUnitAt('度', 0);

/** Reads figures of running text into columns (文中取数). One object a book; call `scan` once a block. */
export class ProseScanner {
  private readonly text: string;
  private readonly columns: FigureColumns;
  /** Start, end, day (YYYYMMDD) and block of each single date. */
  readonly dates: number[] = [];
  private readonly time: TimeSpan = { end: 0, from: 0, to: 0, shift: false };
  private readonly phrase: Phrase = {
    subjectStart: 0,
    subjectEnd: 0,
    indicatorStart: 0,
    indicatorEnd: 0,
    flags: 0,
  };
  private readonly figure: LeanFigure = {
    start: 0,
    end: 0,
    value: 0,
    place: 1,
    unit: 0,
    kind: 0,
    flags: 0,
    from: 0,
    to: 0,
    subjectStart: 0,
    subjectEnd: 0,
    indicatorStart: 0,
    indicatorEnd: 0,
    block: 0,
    row: -1,
    column: -1,
    sentence: 0,
  };
  private from = 0;
  private to = 0;
  private dated = false;
  private upTo = false;
  /** Period that holds for the next figure alone: 由1986年的317元. */
  private onceFrom = 0;
  private onceTo = 0;
  private clause = 0;
  private sentence = 0;
  /** Where the clause began, as long as it holds no figure and no date. */
  private bare = 0;
  private changeAt = -1;
  private subjectStart = 0;
  private subjectEnd = 0;
  private topicStart = 0;
  private topicEnd = 0;
  private lastStart = 0;
  private lastEnd = 0;
  private lastFlags = 0;
  private rangeOpen = false;
  /** Where the range begins: 3～5万吨. */
  private rangeAt = 0;

  constructor(text: string, columns: FigureColumns) {
    this.text = text;
    this.columns = columns;
  }

  /** Reads one block; `year` is the recorded year as YYYY0000, 0 where not known. */
  scan(start: number, end: number, block: number, year: number): void {
    const { text } = this;
    this.from = year;
    this.to = year;
    this.dated = false;
    this.upTo = false;
    this.figure.block = block;
    this.topicStart = start;
    this.topicEnd = findTopicEnd(text, start, end);
    this.openSentence(start);
    const count = markPlaces(text, start, end);
    let read = start;
    for (let mark = 0; mark < count; mark += 1) {
      const at = places[mark]!;
      if (at < read) continue;
      const kind = CLASS[text.charCodeAt(at)]!;
      if (kind === DIGIT) read = this.readNumber(at, end);
      else if (kind === STOP) this.openSentence(at + 1);
      else this.closeClause(at);
    }
  }

  /** Looks back from a figure for 增、减 …, and for 上年 before which another subject may stand. */
  private lookBack(at: number): void {
    const { text } = this;
    this.changeAt = -1;
    let last = -1;
    for (let place = at - 1; place >= this.clause && at - place <= REACH; place -= 1) {
      const code = text.charCodeAt(place);
      // 提高 is a change too.
      const changes = CHANGES[code] === 1 || (code === 0x9ad8 && text.charCodeAt(place - 1) === 0x63d0);
      if (this.changeAt < 0 && changes) this.changeAt = place;
      // 上年、去年
      if (code === YEAR && place > this.clause) {
        const before = text.charCodeAt(place - 1);
        if (before === 0x4e0a || before === 0x53bb) last = place - 1;
      }
    }
    if (last >= 0) this.readLastYear(last);
  }

  /** 由上年的5.2亿元、上年为5.2亿元: the figure is of the year before. */
  private readLastYear(at: number): void {
    if (this.from === 0 || this.from !== this.to) return;
    const before = at > this.sentence ? this.text.charCodeAt(at - 1) : 0;
    // 比、较、同、与、是上年
    if (before === 0x6bd4 || before === 0x8f83 || before === 0x540c || before === 0x4e0e || before === 0x662f) return;
    this.readBefore(at);
    this.onceFrom = Math.floor(this.from / 10_000 - 1) * 10_000;
    this.onceTo = this.onceFrom;
    this.clause = at + 2;
  }

  private openSentence(at: number): void {
    this.sentence = at;
    this.dated = false;
    this.subjectStart = this.topicStart;
    this.subjectEnd = this.topicEnd;
    this.lastStart = 0;
    this.lastEnd = 0;
    this.lastFlags = 0;
    this.openClause(at);
  }

  /** A clause without a figure may name who the next ones speak of. */
  private closeClause(at: number): void {
    if (this.clause === this.bare && at - this.clause >= 3 && this.subjectEnd <= this.topicEnd) {
      if (readSubject(this.text, this.clause, at, this.phrase)) this.takeSubject();
    }
    this.openClause(at + 1);
  }

  private takeSubject(): void {
    this.subjectStart = this.phrase.subjectStart;
    this.subjectEnd = this.phrase.subjectEnd;
  }

  private openClause(at: number): void {
    this.bare = at;
    this.clause = at;
    this.onceFrom = 0;
    this.onceTo = 0;
    this.rangeOpen = false;
  }

  /** Reads the number that begins at `at`; returns where to go on. */
  private readNumber(at: number, limit: number): number {
    const { text, figure } = this;
    let end = at + 1;
    let digits = text.charCodeAt(at) - 0x30;
    for (;;) {
      const code = end < limit ? text.charCodeAt(end) : 0;
      if (code >= 0x30 && code <= 0x39) digits = digits * 10 + code - 0x30;
      else if (!(code === 0x2c && isGroup(text, end, limit, at))) break;
      end += 1;
    }
    const time = readTimeAt(text, at, end, digits, limit, this.time);
    if (time) return this.takeTime(at);
    let scale = 1;
    let value = digits;
    if (text.charCodeAt(end) === 0x2e && isDigitAt(text, end + 1, limit)) {
      end += 1;
      for (; end < limit && isDigitAt(text, end, limit); end += 1) {
        value = value * 10 + text.charCodeAt(end) - 0x30;
        scale *= 10;
      }
      // 1.2.3 and 1989.10.1 are no numbers.
      if (text.charCodeAt(end) === 0x2e && isDigitAt(text, end + 1, limit)) return skipDigits(text, end, limit);
    }
    const before = at > this.sentence ? text.charCodeAt(at - 1) : 0;
    if (isLetter(before) || before === 0x2e) return end;
    if (before === 0x7b2c) return this.takeRank(at, end, value);

    let flags = this.rangeOpen ? RANGE : 0;
    const named = this.rangeOpen ? this.rangeAt : at;
    this.rangeOpen = false;
    let next = end;
    while (isSpace(text.charCodeAt(next))) next += 1;
    if (isMore(text.charCodeAt(next))) {
      flags |= APPROXIMATE;
      next += 1;
    }
    let factor = 1;
    for (;;) {
      const code = text.charCodeAt(next);
      if (code === 0x4e07) factor *= 1e4;
      else if (code === 0x4ebf) factor *= 1e8;
      else if ((code === 0x5343 || code === 0x767e) && findUnitAt(text, next) === 0 && isCountedAfter(text, next))
        factor *= code === 0x5343 ? 1000 : 100;
      else break;
      next += 1;
      end = next;
    }
    while (isSpace(text.charCodeAt(next))) next += 1;
    if (isMore(text.charCodeAt(next))) {
      flags |= APPROXIMATE;
      next += 1;
    }
    if (isDash(text.charCodeAt(next)) && isDigitAt(text, next + 1, limit)) {
      this.rangeOpen = true;
      this.rangeAt = at;
      return next + 1;
    }
    let unit = next < limit ? findUnitAt(text, next) : 0;
    if (unit === DEGREES || (unit === 0 && factor === 1)) return end;
    if (BASE_OF_UNIT[unit] === YEARS && (factor !== 1 || digits > 300 || ERA_END[before] === 1)) return end;
    if (unit !== 0) end = next + FIGURE_UNITS[unit]!.printed.length;
    if (isDash(text.charCodeAt(end)) && isDigitAt(text, end + 1, limit)) {
      this.rangeOpen = true;
      this.rangeAt = at;
      flags |= RANGE;
    }
    flags |= readAfter(text, end);
    if (text.charCodeAt(end) === 0x2f || text.charCodeAt(end) === 0xff0f) {
      flags |= MEAN;
      end += 1 + FIGURE_UNITS[findUnitAt(text, end + 1)]!.printed.length;
    }

    this.lookBack(at);
    figure.start = at;
    figure.end = end;
    const base = FIGURE_UNITS[unit]!.factor * factor;
    figure.value = scale === 1 ? value * base : (value * base) / scale;
    figure.place = base / scale;
    figure.unit = unit;
    figure.flags = flags;
    // 220千伏线路: part of a name, no quantity.
    if (BASE_OF_UNIT[unit] === VOLTS && isHan(text.charCodeAt(end))) return end;
    this.fill(named, end, limit);
    this.columns.push(figure);
    this.clause = end;
    return end;
  }

  /** Period, kind, subject and indicator of the figure at hand. */
  private fill(at: number, end: number, limit: number): void {
    const { text, figure, phrase } = this;
    const once = this.onceFrom !== 0;
    figure.from = once ? this.onceFrom : this.from;
    figure.to = once ? this.onceTo : this.to;
    if (this.dated || once) figure.flags |= DATED;
    if (this.upTo && !once) figure.flags |= UP_TO;
    figure.sentence = this.sentence;
    this.onceFrom = 0;

    const base = BASE_OF_UNIT[figure.unit]!;
    const change = this.changeAt >= this.clause && isChange(text, this.changeAt, at);
    readPhrase(text, this.clause, at, end, limit, figure.unit, phrase);
    if (change || (phrase.flags & CHANGE) !== 0) figure.flags |= CHANGE;
    figure.kind = 0;
    if (base === PERCENT || base === PERMILLE) figure.kind = (figure.flags & CHANGE) !== 0 ? 2 : 1;
    else if (base === POINTS) figure.kind = 3;
    else if (base === TIMES) figure.kind = 4;
    figure.flags |= phrase.flags & (ACTED | APPROXIMATE | MEAN | PLANNED | CUMULATIVE | PARTIAL);
    if (phrase.subjectEnd > phrase.subjectStart) {
      this.subjectStart = phrase.subjectStart;
      this.subjectEnd = phrase.subjectEnd;
    }
    figure.subjectStart = this.subjectStart;
    figure.subjectEnd = this.subjectEnd;
    if (phrase.indicatorEnd > phrase.indicatorStart && !(change && figure.kind !== 0)) {
      figure.indicatorStart = phrase.indicatorStart;
      figure.indicatorEnd = phrase.indicatorEnd;
      this.lastStart = phrase.indicatorStart;
      this.lastEnd = phrase.indicatorEnd;
      this.lastFlags = phrase.flags & MEAN;
    } else {
      figure.flags |= this.lastFlags;
      figure.indicatorStart = this.lastStart;
      figure.indicatorEnd = this.lastEnd;
    }
  }

  private takeTime(at: number): number {
    const { time, text } = this;
    if (time.from === time.to) this.dates.push(at, time.end, time.from, this.figure.block);
    const before = at > this.clause ? text.charCodeAt(at - 1) : 0;
    // 比1986年、是1990年的: another year, not the one that is told of.
    if (
      before === 0x6bd4 ||
      before === 0x8f83 ||
      before === 0x662f ||
      before === 0x4e3a ||
      before === 0x540c ||
      before === 0x4e0e
    ) {
      return time.end;
    }
    this.readBefore(at);
    const next = text.charCodeAt(time.end);
    const asBase = (before === 0x7531 || before === 0x4ece) && next === 0x7684;
    if (asBase) {
      this.onceFrom = time.from;
      this.onceTo = time.to;
      this.clause = time.end + 1;
      return time.end + 1;
    }
    if (time.shift) {
      // 以来、起、以后: no single period.
      this.from = NO_TIME;
      this.to = NO_TIME;
      this.dated = false;
    } else {
      this.from = time.from;
      this.to = time.to;
      this.dated = true;
      this.upTo = before === 0x81f3;
    }
    if (isOnlySpace(text, this.clause, at) || at - this.clause < 4) this.clause = time.end;
    else if (next === 0x7684) this.clause = time.end + 1;
    else this.clause = time.end;
    return time.end;
  }

  /** 乙厂2001年上缴、粮食产量2001年为: subject and indicator may stand before the date. */
  private readBefore(at: number): void {
    const { text, phrase } = this;
    if (at - this.clause < 2 || this.clause !== this.bare) return;
    phrase.flags = 0;
    if (readSubject(text, this.clause, at, phrase) && phrase.subjectEnd >= at - 1) this.takeSubject();
    else {
      readPhrase(text, this.clause, at, at, at, 0, phrase);
      if (phrase.subjectEnd > phrase.subjectStart) this.takeSubject();
      this.lastStart = phrase.indicatorStart;
      this.lastEnd = phrase.indicatorEnd;
      this.lastFlags = phrase.flags & MEAN;
    }
  }

  /** 第3位 is a rank; any other ordinal is no quantity. */
  private takeRank(at: number, end: number, value: number): number {
    const { figure, text } = this;
    const next = text.charCodeAt(end);
    if (next !== 0x4f4d && next !== 0x540d) return end;
    figure.start = at - 1;
    figure.end = end + 1;
    figure.value = value;
    figure.place = 1;
    figure.unit = 0;
    figure.kind = 5;
    figure.flags = this.dated ? DATED : 0;
    figure.from = this.from;
    figure.to = this.to;
    this.readRanked(at - 1);
    figure.subjectStart = this.subjectStart;
    figure.subjectEnd = this.subjectEnd;
    figure.indicatorStart = this.lastStart;
    figure.indicatorEnd = this.lastEnd;
    figure.sentence = this.sentence;
    this.columns.push(figure);
    return end + 1;
  }

  /** 工业总产值居全市第3位: what is ranked stands before 居、列、排. */
  private readRanked(at: number): void {
    const { text, phrase } = this;
    for (let place = at - 1; place > this.clause; place -= 1) {
      const code = text.charCodeAt(place);
      if (code !== 0x5c45 && code !== 0x5217 && code !== 0x6392) continue;
      readPhrase(text, this.clause, place, place, place, 0, phrase);
      if (phrase.subjectEnd > phrase.subjectStart) this.takeSubject();
      this.lastStart = phrase.indicatorStart;
      this.lastEnd = phrase.indicatorEnd;
      return;
    }
  }
}

/** Places of one block where a number, a clause or a sentence begins or ends; made larger for a longer block. */
let places = new Int32Array(4096);

/** Marks them, of a run of digits the first. Without branches: most of the text is characters that say nothing until a figure comes. */
function markPlaces(text: string, start: number, end: number): number {
  if (places.length <= end - start) places = new Int32Array(2 * (end - start));
  const marked = places;
  let count = 0;
  let wasDigit = 0;
  for (let at = start; at < end; at += 1) {
    const kind = CLASS[text.charCodeAt(at)]!;
    marked[count] = at;
    count += ((kind & ~wasDigit) + 7) >> 3;
    wasDigit = kind & DIGIT;
  }
  return count;
}

function unitNumber(printed: string): number {
  return BASE_OF_UNIT[findUnitAt(printed, 0)]!;
}

/** A run-in title before two spaces: `花苑小区  2001年……`. */
function findTopicEnd(text: string, start: number, end: number): number {
  const most = Math.min(end - 2, start + 16);
  for (let at = start; at < most; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code) && isSpace(text.charCodeAt(at + 1)) && at - start >= 2) return at;
    if (CLASS[code] !== 0) return start;
  }
  return start;
}

/** The change word is about the figure: not 增加值, and no 到、至 after it. */
function isChange(text: string, changeAt: number, at: number): boolean {
  const next = text.charCodeAt(changeAt + 1);
  if (next === 0x52a0 && text.charCodeAt(changeAt + 2) === 0x503c) return false;
  if (at - changeAt > 8) return false;
  for (let place = changeAt + 1; place < at; place += 1) {
    const code = text.charCodeAt(place);
    if (code === 0x5230 || code === 0x81f3 || code === 0x4e3a) return false;
  }
  return true;
}

function isGroup(text: string, comma: number, limit: number, start: number): boolean {
  if (comma - start > 3 && text.charCodeAt(comma - 4) !== 0x2c) return false;
  return (
    isDigitAt(text, comma + 1, limit) &&
    isDigitAt(text, comma + 2, limit) &&
    isDigitAt(text, comma + 3, limit) &&
    !isDigitAt(text, comma + 4, limit)
  );
}

function skipDigits(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (isDigitAt(text, at, limit) || text.charCodeAt(at) === 0x2e)) at += 1;
  return at;
}

/** 左右、以上、多 after the unit. */
function readAfter(text: string, end: number): number {
  const code = text.charCodeAt(end);
  if (code === 0x591a || code === 0x4f59) return APPROXIMATE;
  const next = text.charCodeAt(end + 1);
  if (code === 0x5de6 && next === 0x53f3) return APPROXIMATE;
  if (code === 0x4e0a && next === 0x4e0b) return APPROXIMATE;
  // 以上、以下、以内
  if (code === 0x4ee5 && (next === 0x4e0a || next === 0x4e0b || next === 0x5185)) return APPROXIMATE | RANGE;
  return 0;
}

function isOnlySpace(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** 3千元、5百人, where what follows is counted. */
function isCountedAfter(text: string, at: number): boolean {
  return findUnitAt(text, at + 1) !== 0;
}
