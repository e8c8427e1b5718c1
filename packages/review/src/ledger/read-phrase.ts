import { ACTED, APPROXIMATE, CHANGE, CUMULATIVE, MEAN, PARTIAL, PLANNED } from './figure-columns.ts';
import { FIGURE_UNITS } from './figure-units.ts';
import {
  ACT,
  AFTER_HAVE,
  BEFORE_HAVE,
  GROWN,
  LEAD,
  LEAD_ONE,
  NAME_END,
  NO_NAME_END,
  STAND,
  TAIL_ONE,
} from './figure-words.ts';
import { PairWords } from './pair-words.ts';

/** Subject and indicator of a figure as spans of the text (主体与指标); empty spans where the clause names none. */
export interface Phrase {
  subjectStart: number;
  subjectEnd: number;
  indicatorStart: number;
  indicatorEnd: number;
  flags: number;
}

const LONGEST = 40;

/**
 * Reads the clause `[clause, at)` before a figure, and the noun behind it where the clause ends in a verb. `end` is the
 * end of the figure, `limit` that of the block.
 */
export function readPhrase(
  text: string,
  clause: number,
  at: number,
  end: number,
  limit: number,
  unit: number,
  phrase: Phrase,
): void {
  let from = Math.max(clause, at - LONGEST);
  let to = trimSpaces(text, from, at);
  phrase.flags = 0;
  phrase.subjectStart = phrase.subjectEnd = 0;
  phrase.indicatorStart = phrase.indicatorEnd = 0;
  to = trimTail(text, from, to, phrase);
  // 增加到、提高至: a level, and the verb says nothing of what is counted.
  if (to - from >= 2 && isReached(text, to) && GROWN.standsAt(text, to - 2)) to = trimTail(text, from, to - 2, phrase);
  from = trimLead(text, from, to, phrase);
  if (to > from) readFlags(text, from, to, phrase);

  const verb = findVerb(text, from, to);
  let start = from;
  if (verb >= 0) {
    const stand = STAND.standsAt(text, verb);
    const acts = !stand && ACT.standsAt(text, verb);
    const after = verb + (stand || acts ? 2 : 1);
    if (acts && after >= to && isReached(text, to)) {
      // 个体户发展到 1.92万个: what stands before the verb is counted, and the next figures are of it.
      const name = findNameEnd(text, from, verb);
      if (verb > from) setSubject(text, from, verb, phrase);
      phrase.indicatorStart = name;
      phrase.indicatorEnd = verb;
      return;
    }
    if (acts && after >= to && isNameEnd(text, verb, from)) {
      if (verb > from) setSubject(text, from, verb, phrase);
      // 建成 7处基地: the verb stays, the noun follows the figure.
      const noun = readNounAfter(text, end, limit, unit);
      phrase.indicatorStart = noun > end ? end : verb;
      phrase.indicatorEnd = noun > end ? noun : to;
      phrase.flags |= ACTED;
      return;
    }
    if (!acts) {
      if (verb > from) setSubject(text, from, verb, phrase);
      start = after;
    } else {
      const name = isNameEnd(text, verb, from) ? verb : findNameEnd(text, from, verb + 2);
      if (name > from) setSubject(text, from, name, phrase);
      start = name;
    }
  } else {
    const name = findNameEnd(text, from, to);
    if (name > from) {
      setSubject(text, from, name, phrase);
      start = name;
    }
  }
  start = trimLead(text, start, to, phrase);
  if (to - start >= 2) {
    phrase.indicatorStart = start;
    phrase.indicatorEnd = to;
    return;
  }
  const noun = readNounAfter(text, end, limit, unit);
  if (noun > end) {
    phrase.indicatorStart = end;
    phrase.indicatorEnd = noun;
  } else if (to > start) {
    phrase.indicatorStart = start;
    phrase.indicatorEnd = to;
  }
}

function setSubject(text: string, from: number, to: number, phrase: Phrase): void {
  phrase.subjectStart = from;
  phrase.subjectEnd = trimSpaces(text, from, to);
}

/** Steps back over 达、为、约、共有 … before the figure. */
function trimTail(text: string, from: number, end: number, phrase: Phrase): number {
  let to = end;
  for (;;) {
    const last = text.charCodeAt(to - 1);
    if (to - from >= 2 && STAND.standsAt(text, to - 2)) {
      const pair = text.slice(to - 2, to);
      if (pair === '累计') phrase.flags |= CUMULATIVE;
      else if (pair === '接近' || pair === '超过' || pair === '突破' || pair === '不足' || pair === '将近')
        phrase.flags |= APPROXIMATE;
      else if (pair.startsWith('约')) phrase.flags |= APPROXIMATE;
      to -= 2;
    } else if (to > from && TAIL_ONE[last] === 1 && !(last === HAVE && BEFORE_HAVE[text.charCodeAt(to - 2)] === 1)) {
      // 约、近、逾、超
      if (last === 0x7ea6 || last === 0x8fd1 || last === 0x903e || last === 0x8d85) phrase.flags |= APPROXIMATE;
      if (last === 0x6bcf) phrase.flags |= MEAN;
      to -= 1;
    } else if (to > from && (last === 0x591a || last === 0x5c11) && isAfterThan(text, from, to)) {
      // 比……多、少
      phrase.flags |= CHANGE;
      to -= 1;
    } else break;
    to = trimSpaces(text, from, to);
  }
  return to;
}

const HAVE = 0x6709;

function isAfterThan(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 0x6bd4) return true;
  return false;
}

/** Steps over what says nothing of the subject: 全年、其中、至. */
function trimLead(text: string, start: number, to: number, phrase: Phrase): number {
  let from = start;
  while (from < to) {
    const code = text.charCodeAt(from);
    if (code === 0x20 || code === 0x3000) from += 1;
    else if (from + 1 < to && LEAD.standsAt(text, from)) {
      const first = text.charCodeAt(from);
      // 其中、另有、此外
      if (first === 0x5176 || first === 0x53e6) phrase.flags |= PARTIAL;
      if (first === 0x7d2f || first === 0x5148) phrase.flags |= CUMULATIVE;
      from += 2;
    } else if (LEAD_ONE[code] === 1 && !isWordAt(text, from)) from += 1;
    else break;
  }
  return from;
}

/** 中学、内河、前街、有林地: a leading character that belongs to a word. */
function isWordAt(text: string, at: number): boolean {
  return LEAD_WORDS.standsAt(text, at);
}
const LEAD_WORDS = new PairWords(
  '占地 占用 中学 中小 中专 中等 中心 中药 中医 中国 中央 中共 中型 中级 内河 内科 内部 内资 内贸 前街 后街 初中 初级 初等 间作 间接 度夏 来料 来访 起重 始发 共青 共产 计算 计划 约定 并网 并购 已婚 有林 有线 有机 有色 有效 有限 对外 将军 由此 从业 使用 为民 在校 在职 在岗 在编 在园 在册 在建 到户 到位 的士 其他 其它 还田 还款 另类 底肥 末级 至今 间苗 内燃 前期 后期 对口 为农 有偿 在押 在用 在地 对虾 中低 中高 中青 中东 中西 中北 中南 中层 中外 中小 中轻 中成 中班 度假 来信 来电 即期 则水 在逃 对联 中转 有害 有价 在学 在院 到期 已建 在产 来水 来源 后备 后勤 前列 初犯 初步 约束 计生 计税 将级'.split(
    ' ',
  ),
);

/** 生产能力、销售收入、投资额: what looks like a verb is part of a noun. */
const NOUN_AFTER = new Uint8Array(65_536);
for (const character of '率量额总能收') NOUN_AFTER[character.charCodeAt(0)] = 1;

/** The verb that parts subject and indicator; -1 where there is none. */
function findVerb(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (at + 2 <= to) {
      if (STAND.standsAt(text, at)) return at;
      if (ACT.standsAt(text, at) && NOUN_AFTER[text.charCodeAt(at + 2)] === 0) return at;
    }
    if (
      code === HAVE &&
      at + 1 < to &&
      BEFORE_HAVE[text.charCodeAt(at - 1)] === 0 &&
      AFTER_HAVE[text.charCodeAt(at + 1)] === 0
    ) {
      return at;
    }
  }
  return -1;
}

/** 到、至、为 behind a verb of growing. */
function isReached(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x5230 || code === 0x81f3 || code === 0x4e3a;
}

/** Whether `[from, at)` is empty or ends as names of units and places do. */
function isNameEnd(text: string, at: number, from: number): boolean {
  const to = trimSpaces(text, from, at);
  return to === from || (NAME_END[text.charCodeAt(to - 1)] === 1 && !NO_NAME_END.standsAt(text, to - 2));
}

/** Reads the subject of a clause without a figure, `[clause, at)`: a name at its beginning. Says whether there was one. */
export function readSubject(text: string, clause: number, at: number, phrase: Phrase): boolean {
  const from = trimLead(text, clause, at, phrase);
  const to = trimSpaces(text, from, at);
  if (to - from < 2) return false;
  let last = from;
  const limit = Math.min(to, from + 24);
  for (let place = from; place < limit; place += 1) {
    const code = text.charCodeAt(place);
    if (FUNCTION[code] === 1) break;
    if (NAME_END[code] === 0) continue;
    if (!NO_NAME_END.standsAt(text, place) && !NO_NAME_END.standsAt(text, place - 1)) last = place;
  }
  if (last === from) return false;
  phrase.subjectStart = from;
  phrase.subjectEnd = last + 1;
  return true;
}

/** Where the name of the subject is over at the latest: 位于、是、有. */
const FUNCTION = new Uint8Array(65_536);
for (const character of '位于是为在有由的把将被对向从给使令及与') FUNCTION[character.charCodeAt(0)] = 1;

/** End of the last name of a unit or place with something behind it; `from` where there is none. */
function findNameEnd(text: string, from: number, to: number): number {
  for (let at = to - 3; at > from; at -= 1) {
    if (NAME_END[text.charCodeAt(at)] === 1 && !NO_NAME_END.standsAt(text, at) && !NO_NAME_END.standsAt(text, at - 1)) {
      return at + 1;
    }
  }
  return from;
}

/** End of the noun that follows the figure: 985台小麦联合收获机. */
function readNounAfter(text: string, end: number, limit: number, unit: number): number {
  const { base, counted } = FIGURE_UNITS[unit]!;
  if (!counted || base === '%') return end;
  const most = Math.min(limit, end + 14);
  let at = end;
  for (; at < most; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) break;
  }
  return at - end >= 2 ? at : end;
}

function readFlags(text: string, from: number, to: number, phrase: Phrase): void {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    // 人均、平均、年均、户均、每亩
    if (code === 0x5747 || code === 0x6bcf) phrase.flags |= MEAN;
    // 计划、设计、预计、预算
    else if ((code === 0x8ba1 && next === 0x5212) || (code === 0x8bbe && next === 0x8ba1) || code === 0x9884)
      phrase.flags |= PLANNED;
    // 累计
    else if (code === 0x7d2f && next === 0x8ba1) phrase.flags |= CUMULATIVE;
  }
}

function trimSpaces(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && (text.charCodeAt(to - 1) === 0x20 || text.charCodeAt(to - 1) === 0x3000)) to -= 1;
  return to;
}
