import { readEraYear, type EraYear } from '../../../calendar/read-era-year.ts';
import { defineRule } from '../../../rule.ts';

/** Bracket behind an era year, a season or day between: （公元1740年）, （1740～1742年）. */
const AFTER =
  /[^，。；（(）)、年]{0,9}[（(](公元前?|前)?\s*(\d{1,4})(?!\d)(?:年|\s*[）)]|\s*[～—\-–~至、]\s*(\d{1,4})年?)/uy;
/** Western year before a bracketed era year: 1740年（清乾隆五年. */
const BEFORE = /(前?)(?<!\d)(\d{1,4})年?(?:\d{1,2}月(?:\d{1,2}日)?)?[（(](?:[\u4e00-\u9fff]{1,3}[·•]?)?$/u;

/** An era year and the western year beside it that do not agree (年号与公元不符). */
export const rule = defineRule({
  id: 'dates-era-year',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年号纪年与括注公元相符',
  summary:
    '按年号元年推算公元，与括注的公元年比较；农历岁末跨入次年的相差一年不报。同名年号逐一比较，有一个相符即不报。改年号还是改公元要查原始资料，故不给改法。',
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption'],
  on: '年',
  check({ text, start, end }, at, report) {
    if (at === start || !ORDINAL_END.test(text.charAt(at - 1))) return;
    const era = readEraYear(text, start, at);
    if (era === undefined) return;
    const western = readAfter(text, end, era) ?? readBefore(text, start, era);
    if (western === undefined || era.years.length === 0) return;
    const fits = era.years.some((year) => western.years.some((printed) => matches(printed, year, western.lateMonth)));
    if (fits) return;
    const computed = era.years.map(printYear).join('或');
    const last = Math.max(era.end, western.end);
    const closed = last < end && /[）)]/u.test(text.charAt(last)) ? last + 1 : last;
    report(Math.min(era.start, western.start), closed, describe(era, computed, western), {
      evidence: [
        { label: '年号', span: { start: era.start, end: era.end }, value: text.slice(era.start, era.end) },
        {
          label: '括注公元',
          span: { start: western.start, end: western.end },
          value: western.years.map(printYear).join('～'),
        },
        { label: '推算公元', value: computed },
      ],
    });
  },
});

const ORDINAL_END = /[元一二三四五六七八九十廿卅\d]/u;

interface Western {
  readonly start: number;
  readonly end: number;
  readonly years: readonly number[];
  /** The eleventh and twelfth month of the old calendar run into the next western year. */
  readonly lateMonth: boolean;
}

function readAfter(text: string, end: number, era: EraYear): Western | undefined {
  AFTER.lastIndex = era.end;
  const found = AFTER.exec(text);
  if (found === null || era.end + found[0].length > end) return undefined;
  const sign = found[1]?.endsWith('前') === true ? -1 : 1;
  const years = [found[2], found[3]].flatMap((digits) => (digits === undefined ? [] : [Number(digits) * sign]));
  const open = era.end + found[0].search(/[（(]/u);
  return {
    start: open,
    end: era.end + found[0].length,
    years: years.map((year) => (year < 0 ? year + 1 : year)),
    lateMonth: /十[一二]月|冬|腊|底|末/u.test(found[0]),
  };
}

function readBefore(text: string, start: number, era: EraYear): Western | undefined {
  const from = Math.max(start, era.start - 18);
  const before = text.slice(from, era.start);
  const found = BEFORE.exec(before);
  if (found === null) return undefined;
  const place = from + found.index;
  const year = Number(found[2]);
  // A bare number of one or two digits before a bracket is seldom a year.
  if (found[1] === '' && year < 100) return undefined;
  const printed = found[1] === '' ? year : 1 - year;
  const end = place + found[1]!.length + found[2]!.length;
  return { start: place, end, years: [printed], lateMonth: /[12]月/u.test(found[0]) };
}

function matches(printed: number, computed: number, lateMonth: boolean): boolean {
  return printed === computed || (lateMonth && Math.abs(printed - computed) === 1);
}

function describe(era: EraYear, computed: string, western: Western): string {
  const ordinal = era.ordinal === 1 ? '元' : String(era.ordinal);
  return `“${era.name}”${ordinal}年推算为公元${computed}，与括注的${western.years.map(printYear).join('～')}不符，请核实。`;
}

/** A western year as it is printed; 0 is 1 BC. */
function printYear(year: number): string {
  return year > 0 ? `${year}年` : `前${1 - year}年`;
}
