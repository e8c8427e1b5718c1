import { readLedger, volumeFromText, type LedgerEntry } from '@xiuzhi/review';

import type { BulletinItem } from '../bulletin.ts';
import type { Figure } from '../candidates.ts';

/** The name in quotation marks nearest before a figure in its clause: “四川省情网”总浏览量4668.83万次. */
const QUOTED = /“([^”]{2,24})”[^“”，。；]{0,16}$/u;
/** Counted things stand behind the counter: 21个市（州）, 11个新媒体. */
const COUNTER = /^[个种所家名位篇件部册场项期处座次]$/u;
const COUNTED =
  /^(\p{Script=Han}{1,4}（\p{Script=Han}{1,3}）|\p{Script=Han}{1,8}?(?=送|开展|完成|参加|进行|作出|实现|地方|编纂|被|获|的|[，。、；（“]|\d|$))/u;
const NO_FIGURE = /^(?:方面|要求|意见|问题|维护|意识|自信|确立|聚焦)/u;
/** 4位省领导6次: a count of persons, which the ledger leaves out. */
const PERSONS = /(?<![\d.])(\d{1,6})(余|多)?位(?=\p{Script=Han})/gu;

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
  const persons = places.flatMap(({ item, paragraph, text }) => findPersonCounts(text, { item, paragraph }, year));
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
  const { item, paragraph, text, start, end } = printed;
  const before = text.slice(Math.max(0, start - 60), start);
  const quoted = QUOTED.exec(before)?.[1];
  const counted = COUNTER.test(entry.printedUnit) ? COUNTED.exec(text.slice(end, end + 16))?.[1] : undefined;
  return {
    item,
    paragraph,
    start,
    end,
    quote: text.slice(start, end),
    value: entry.value,
    unit: entry.unit,
    printedUnit: entry.printedUnit,
    whose: quoted ?? nameOwner(entry.subject),
    what: counted ?? nameIndicator(entry.indicator),
    asOf: readDay(text, start, year) ?? (entry.period || null),
    // 地方 of 地方志 is no definition.
    definition: entry.scope === '地方' || entry.scope === '' ? null : entry.scope,
    approximate: entry.approximate,
  };
}

/** A whole clause is no owner. */
function nameOwner(subject: string): string | null {
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
  if (until) {
    const month = Number(until[2]);
    const last = new Date(Date.UTC(own, month, 0)).getUTCDate();
    const day = until[3] ? Number(until[3]) : last;
    return month < 1 || month > 12 || day > last ? null : `${own}-${two(month)}-${two(day)}`;
  }
  const clause = sentence.slice(sentence.lastIndexOf('，') + 1);
  return /上半年[^下]*$/u.test(clause) ? `${own}-01～${own}-06` : null;
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

function two(value: number): string {
  return String(value).padStart(2, '0');
}
