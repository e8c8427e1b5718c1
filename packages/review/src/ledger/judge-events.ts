import type { LeanLedger } from './ledger.ts';
import { PairWords } from './pair-words.ts';

/** One thing that two places date to different years (一事两年). */
export interface EventConflict {
  /** Spans of the dates, the later place first. */
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
  readonly thing: string;
  readonly event: string;
}

interface DatedEvent {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly block: number;
  readonly thing: string;
  readonly event: string;
}

const REACH = 44;
/** How far behind a date the next one may still speak of the same thing. */
const FOLLOWS = 12;
/** What happens to a thing once: it is built, opened, founded. */
const ONCE =
  /^(?<lead>[^。；！？\n\d年]{0,30}?)(?<verb>建成通车|建成供水|建成蓄水|建成开放|建成启用|撤县设市|撤县建市|撤乡建镇|撤乡设镇|筹建|竣工通车|建成投产|竣工投产|建成投运|建成|竣工|通车|投产|投入运营|投入使用|落成|成立|创办|始建|动工兴建|开工建设|破土动工|动工|开工)(?=[。，；、,;）)]|$)/u;
/** 乙县二中创建于1956年: the year stands behind the verb. */
const SINCE = /(?<verb>创建|创办|创立|成立|始建|兴建|建|建成)于$/u;
/** What a product is given. */
const AWARD =
  /^(?<lead>[^。；！？\n]{0,30}?)(?<verb>被?评为|荣获|获得|获|被?命名为|被授予)(?<object>[^。；，,！？\n\d]{2,20})/u;
/** Names of things that are one of their kind. */
const NAMED =
  /^[^等各两座个和与及]{1,14}(?:大桥|桥|水库|水电站|电站|变电站|电厂|公路|铁路|高速|隧道|机场|码头|火车站|汽车站|车站|泵站|水厂|闸|渠|大坝|塔|大厦|图书馆|博物馆|体育馆|文化馆|档案馆|医院|中学|小学|学校|公园|广场|纪念碑|纪念馆|冷库|灌区)$/u;
/** A product with a model or a brand. */
const PRODUCT = /[A-Za-z]|牌/u;
const AGAIN = /再次|连续|又|复评|蝉联|多次|先后|两次|重建|改建|扩建|二期|一期|新建|迁|期工程|分别|恢复/u;
/** 该、县: nobody is named. */
const GENERAL = /^(?:该|本|此|全|新|县内|境内|第[一二三]|一座|1座|学校|医院)/u;

/** Finds the things that two places of the book date differently. */
export function judgeEvents(ledger: LeanLedger): EventConflict[] {
  const first = new Map<string, DatedEvent | undefined>();
  const conflicts: EventConflict[] = [];
  for (const event of readEvents(ledger)) {
    const key = `${event.thing}|${event.event}`;
    const known = first.get(key);
    if (known === undefined) {
      if (!first.has(key)) first.set(key, event);
      continue;
    }
    if (known.year === event.year || known.block === event.block) continue;
    conflicts.push({
      start: event.start,
      end: event.end,
      otherStart: known.start,
      otherEnd: known.end,
      thing: event.thing,
      event: event.event,
    });
    // A third year tells that the thing happens again and again.
    first.set(key, undefined);
  }
  return conflicts;
}

function* readEvents({ volume, dates }: LeanLedger): Generator<DatedEvent> {
  const { text } = volume;
  let lastThing = '';
  let lastEnd = -Infinity;
  for (let at = 0; at < dates.length; at += 4) {
    const start = dates[at]!;
    const end = dates[at + 1]!;
    const day = dates[at + 2]!;
    const block = dates[at + 3]!;
    const from = volume.blocks[block]!.start;
    // 于
    if (text.charCodeAt(start - 1) === 0x4e8e && start > from) {
      const since = readSince(text, start, from);
      if (since !== undefined) yield { start, end, year: Math.floor(day / 10_000), block, ...since };
    }
    const may = readMarks(text, end);
    if (may === 0) continue;
    const limit = Math.min(volume.blocks[block]!.end, end + REACH);
    const after = text.slice(end, limit);
    const year = Math.floor(day / 10_000);
    const award = (may & GIVEN) === 0 ? undefined : AWARD.exec(after)?.groups;
    if (award !== undefined && !AGAIN.test(after)) {
      const thing = nameThing(text, start, award.lead!, volume.blocks[block]!.start);
      if (PRODUCT.test(thing) && thing.length >= 4) {
        yield { start, end, year, block, thing, event: tidy(award.object!) };
        continue;
      }
    }
    const once = (may & MADE) === 0 ? undefined : ONCE.exec(after)?.groups;
    if (once === undefined || AGAIN.test(after)) continue;
    const named = nameThing(text, start, once.lead!, volume.blocks[block]!.start);
    // 红岩水库1958年动工，1960年竣工: the second date speaks of the first one's thing.
    const thing = !NAMED.test(named) && start - lastEnd <= FOLLOWS && start > lastEnd ? lastThing : named;
    lastThing = thing;
    lastEnd = end;
    const isNamed = once.verb!.startsWith('撤') ? RAISED.test(thing) : NAMED.test(thing);
    if (isNamed && !GENERAL.test(thing)) yield { start, end, year, block, thing, event: CLASSES[once.verb!] ?? '建成' };
  }
}

/** The thing and what befell it where the verb stands before the date. */
function readSince(text: string, start: number, from: number): { thing: string; event: string } | undefined {
  const clause = /[^。；，,、：:\n（）()\d]*$/u.exec(text.slice(Math.max(from, start - 24), start))![0];
  const verb = SINCE.exec(clause)?.groups?.verb;
  if (verb === undefined || AGAIN.test(clause)) return undefined;
  const thing = tidy(clause.slice(0, clause.length - verb.length - 1)).replace(/^[原前]/u, '');
  if (!NAMED.test(thing) || GENERAL.test(thing)) return undefined;
  return { thing, event: CLASSES[verb] ?? '建成' };
}

/** What is raised in rank: 甲县, 乙乡. */
const RAISED = /^[\u4e00-\u9fff]{1,4}[县乡]$/u;

/** Begun and finished are two dates of one thing; the ways of saying either are one. */
const CLASSES: Readonly<Record<string, string>> = {
  成立: '成立',
  创建: '成立',
  创立: '成立',
  筹建: '筹建',
  兴建: '动工',
  撤县设市: '设市',
  撤县建市: '设市',
  撤乡建镇: '设镇',
  撤乡设镇: '设镇',
  创办: '成立',
  始建: '动工',
  动工兴建: '动工',
  开工建设: '动工',
  破土动工: '动工',
  动工: '动工',
  开工: '动工',
};

const GIVEN = 1;
const MADE = 2;
const STOP = 4;
/** Behind a year or a digit nothing is made at this date. */
const NEXT_DATE = 8;
const MARKS = new Uint8Array(65_536);
for (const mark of '获评命授') MARKS[mark.charCodeAt(0)]! |= GIVEN;
for (const mark of '建竣通投落成创始动开破撤筹') MARKS[mark.charCodeAt(0)]! |= MADE;
for (const mark of '。；！？\n') MARKS[mark.charCodeAt(0)]! |= STOP;
for (const mark of '年0123456789') MARKS[mark.charCodeAt(0)]! |= NEXT_DATE;
/** With what the verbs of making begin. */
const MAKES = new PairWords('建成 竣工 通车 投产 投入 落成 成立 创办 始建 动工 开工 破土 筹建 撤县 撤乡'.split(' '));

/** Cheap look ahead: which verbs of the lists may begin before the sentence ends. */
function readMarks(text: string, end: number): number {
  let may = 0;
  let open = GIVEN | MADE;
  const limit = Math.min(text.length, end + 32);
  for (let at = end; at < limit; at += 1) {
    const mark = MARKS[text.charCodeAt(at)]!;
    if ((mark & STOP) !== 0) break;
    if ((mark & NEXT_DATE) !== 0) open = GIVEN;
    may |= mark & open & GIVEN;
    if ((mark & open & MADE) !== 0 && MAKES.standsAt(text, at)) may |= MADE;
  }
  return may;
}

/** The thing between date and verb, or before the date: 甲江大桥于1998年建成. */
function nameThing(text: string, start: number, lead: string, from: number): string {
  const inside = tidy(lead).replace(/^[，,、]/u, '');
  if (inside !== '' && !/^(?:全线|正式|全面|顺利|如期|基本|被|国家|省|市)+$/u.test(inside)) {
    return inside
      .slice(Math.max(inside.lastIndexOf('，'), inside.lastIndexOf(',')) + 1)
      .replace(/(?:全线|正式|全面|顺利|如期|被)+$/u, '');
  }
  const before = text.slice(Math.max(from, start - 24), start).replace(/[，,]\s*$/u, '');
  return tidy(before.slice(Math.max(...[...'，。；：、,;\n'].map((mark) => before.lastIndexOf(mark))) + 1)).replace(
    /[于在]$/u,
    '',
  );
}

/** Without marks, and without who made it: 县锅炉厂生产的. */
function tidy(printed: string): string {
  return printed.replace(/[\s“”"《》]+/gu, '').replace(/^.*(?:生产|研制|制造|酿造|出品)的/u, '');
}
