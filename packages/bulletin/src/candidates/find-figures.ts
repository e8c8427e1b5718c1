import { readLedger, volumeFromText, type LedgerEntry } from '@xiuzhi/review';

import type { BulletinItem } from '../bulletin.ts';
import type { Figure } from '../candidates.ts';

/** The name in quotation marks nearest before a figure in its clause: “四川省情网”总浏览量4668.83万次. */
const QUOTED = /“([^”]{2,24})”([^“”，。；]{0,16})$/u;
/** “七进”活动12场次: what was counted, and not whose it is. */
const ACTIVITY = /^(?:系列)?(?:主题)?(?:活动|专栏|栏目|行动|工程|宣讲|讲座|培训|专题|课程|志愿服务)/u;
/** 12场次: the ledger reads 场. */
const TIMES = /^[场批件部人架艘辆]$/u;
/** A verb is no owner. */
const VERB = /^(?:举办|开展|组织|编纂|编印|编发|撰写|刊发|发布|完成|出版|征集|收集|整理|培训|先后|累计|全年|共)/u;
const ORGAN = /(?:[办局委会室院馆社处]|中心|政府)$/u;
/** Counted things stand behind the counter: 21个市（州）, 11个新媒体. */
const COUNTER = /^[个种所家名位篇件部册场项期处座次]$/u;
const COUNTED =
  /^(\p{Script=Han}{1,4}（\p{Script=Han}{1,3}）|\p{Script=Han}{1,8}?(?=按时|至今|如期|全部|均|已|未|先后|分别|及时|送|开展|完成|参加|进行|作出|实现|地方|编纂|被|获|的|[，。、；（“]|\d|$))/u;
const NO_FIGURE = /^(?:方面|要求|意见|问题|维护|意识|自信|确立|聚焦)/u;
/** 4位省领导6次: a count of persons, which the ledger leaves out. */
const PERSONS = /(?<![\d.])(\d{1,6})(余|多)?位(?=\p{Script=Han})/gu;
/** 资政报告14期, which is no number of an issue. */
const ISSUES = /(?<![\d.第总—–-])(\d{1,4})(余|多)?期(?=[，。；、！]|$)/gu;
const MADE = /^.*(?:撰写|编发|举办|刊发|发布|开设|编印|出版|组织|开展|推出|制作|共|累计|已)/u;

/** Finds figures (数据) by the ledger of the review engine: what, whose, as of when, by which definition. */
export function findFigures(items: readonly BulletinItem[], year: number | null): Figure[] {
  const places = items
    .flatMap(({ paragraphs }, item) => paragraphs.map((text, paragraph) => ({ item, paragraph, text })))
    .filter(({ text }) => text !== '');
  const volume = volumeFromText(places.map(({ text }) => text).join('\n'));
  const { entries } = readLedger(volume, year === null ? {} : { recordedYear: year });
  const found = entries.flatMap((entry): Figure[] => {
    const { item, paragraph, text } = places[entry.block]!;
    const from = volume.blocks[entry.block]!.start;
    const [start, end] = [entry.start - from, entry.end - from];
    return isFigure(entry, text.slice(end)) ? [readFigure(entry, { item, paragraph, text, start, end }, year)] : [];
  });
  const persons = places.flatMap(({ item, paragraph, text }) => [
    ...findPersonCounts(text, { item, paragraph }, year),
    ...findIssueCounts(text, { item, paragraph }, year),
  ]);
  const missed = persons.filter(
    (one) =>
      !found.some(
        ({ item, paragraph, start }) => item === one.item && paragraph === one.paragraph && start === one.start,
      ),
  );
  return [...found, ...missed].sort((a, b) => a.item - b.item || a.paragraph - b.paragraph || a.start - b.start);
}

interface Spot {
  readonly item: number;
  readonly paragraph: number;
}

interface Printed extends Spot {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** 2020卷 is the volume of a year, 五个方面 no count of anything. */
function isFigure({ value, printedUnit }: LedgerEntry, behind: string): boolean {
  if (/^[卷版]$/u.test(printedUnit) && value >= 1900 && value < 2200) return false;
  return !(COUNTER.test(printedUnit) && NO_FIGURE.test(behind));
}

function readFigure(entry: LedgerEntry, printed: Printed, year: number | null): Figure {
  const { item, paragraph, text, start } = printed;
  const isTimes =
    TIMES.test(entry.printedUnit) && text[printed.end] === '次' && !/^次(?:会|数|序)/u.test(text.slice(printed.end));
  const end = isTimes ? printed.end + 1 : printed.end;
  const before = text.slice(Math.max(0, start - 60), start);
  const quoted = QUOTED.exec(before);
  const isActivity = quoted !== null && ACTIVITY.test(quoted[2]!);
  const activity = isActivity ? `“${quoted[1]}”${ACTIVITY.exec(quoted[2]!)![0]}` : undefined;
  const counted =
    COUNTER.test(entry.printedUnit) && !isTimes ? COUNTED.exec(text.slice(end, end + 16))?.[1] : undefined;
  const indicator = nameIndicator(entry.indicator);
  const isOrgan = indicator !== null && ORGAN.test(indicator) && entry.subject === '' && counted === undefined;
  return {
    item,
    paragraph,
    start,
    end,
    quote: text.slice(start, end),
    value: entry.value,
    unit: isTimes ? `${entry.unit}次` : entry.unit,
    printedUnit: isTimes ? `${entry.printedUnit}次` : entry.printedUnit,
    whose: isActivity ? null : (quoted?.[1] ?? (isOrgan ? indicator : nameOwner(entry.subject, before))),
    what: activity ?? counted ?? (isOrgan ? null : indicator),
    asOf: readDay(text, start, year) ?? nameSpan(entry.period, before, year),
    // 地方 of 地方志 is no definition.
    definition: entry.scope === '地方' || entry.scope === '' ? null : entry.scope,
    approximate: entry.approximate,
  };
}

/** The years that a book covers are not those of its figures. */
function nameSpan(period: string, before: string, year: number | null): string | null {
  const isSpan = period.includes('～');
  if (isSpan && !/期间|以来|累计|年底|年末|间/u.test(before)) return year === null ? null : `${year}`;
  return period || null;
}

/** A whole clause is no owner. */
function nameOwner(subject: string, before: string): string | null {
  // 市教育局等76个单位, 各县（区）史志办…: one of several, or half of a name.
  const at = before.lastIndexOf(subject);
  const isHalf = at > 0 && '）)》'.includes(before[at - 1]!);
  if (VERB.test(subject) || isHalf || before.endsWith('等')) return null;
  const actor = /^(.{1,12}?[省市县区州乡镇村办局馆室院社])(?:组织|走进|召开|举办|开展|深入|前往|赴|到)/u.exec(
    subject,
  )?.[1];
  if (actor !== undefined) return actor;
  return subject === '' || subject.length > 14 || /[\d，、]/u.test(subject) ? null : subject;
}

function nameIndicator(indicator: string): string | null {
  return (
    indicator.replace(/^(?:今年|上半年|下半年|全年|本年)*(?:共|已|累计)?(?:发布|开展|完成|举办|编发|刊发)?/u, '') ||
    indicator ||
    null
  );
}

/** 截至6月底 and 上半年 of the sentence, where the year is known. */
function readDay(text: string, start: number, year: number | null): string | null {
  const from = Math.max(text.lastIndexOf('。', start - 1), text.lastIndexOf('；', start - 1)) + 1;
  const sentence = text.slice(Math.max(from, start - 200), start);
  const until = /截[至止](?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|底|末)/u.exec(sentence);
  const own = until?.[1] ? Number(until[1]) : year;
  if (own === null) return null;
  const since = /((?:19|20)\d{2})年[^。；]{0,14}以来[^。；]*$/u.exec(sentence);
  if (since && !until) return `${since[1]}～${own}`;
  if (until) {
    const month = Number(until[2]);
    const last = new Date(Date.UTC(own, month, 0)).getUTCDate();
    const day = until[3] ? Number(until[3]) : last;
    return month < 1 || month > 12 || day > last ? null : `${own}-${two(month)}-${two(day)}`;
  }
  const clause = sentence.slice(sentence.lastIndexOf('，') + 1);
  return /上半年[^下]*$/u.test(clause) || /^[^，]{0,8}上半年，[^下全]*$/u.test(sentence)
    ? `${own}-01～${own}-06`
    : null;
}

function findPersonCounts(text: string, { item, paragraph }: Spot, year: number | null): Figure[] {
  return [...text.matchAll(PERSONS)].map((found) => {
    const start = found.index;
    const end = start + found[0].length;
    return {
      item,
      paragraph,
      start,
      end,
      quote: found[0],
      value: Number(found[1]),
      unit: '人',
      printedUnit: '位',
      whose: null,
      what: COUNTED.exec(text.slice(end, end + 16))?.[1] ?? null,
      asOf: readDay(text, start, year) ?? (year === null ? null : `${year}`),
      definition: null,
      approximate: found[2] !== undefined,
    };
  });
}

function findIssueCounts(text: string, { item, paragraph }: Spot, year: number | null): Figure[] {
  return [...text.matchAll(ISSUES)].flatMap((found): Figure[] => {
    const start = found.index;
    const end = start + found[0].length;
    const clause = /[^，。；、：！？“”《》（）\d]*$/u.exec(text.slice(Math.max(0, start - 24), start))![0];
    const what = clause.replace(MADE, '').trim();
    // 上、下期 and 一期工程 are no counts.
    if (what.length < 2) return [];
    return [
      {
        item,
        paragraph,
        start,
        end,
        quote: found[0],
        value: Number(found[1]),
        unit: '期',
        printedUnit: '期',
        whose: null,
        what,
        asOf: readDay(text, start, year) ?? (year === null ? null : `${year}`),
        definition: null,
        approximate: found[2] !== undefined,
      },
    ];
  });
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
