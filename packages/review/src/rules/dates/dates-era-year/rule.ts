import { isOrdinaryWord } from '../../../calendar/is-ordinary-word.ts';
import {
  ERA_NAMES,
  findReignExceeded,
  listYears,
  printYear,
  readEraBefore,
  readEraYear,
  type EraYear,
} from '../../../calendar/read-era-year.ts';
import { readReignSpan } from '../../../calendar/read-reign-span.ts';
import { readYearsAfter, readYearsBefore, type WesternYears } from '../../../calendar/read-western-years.ts';
import { defineRule, type Report } from '../../../rule.ts';

/** An era year and the western year beside it that do not agree (年号与公元不符). */
export const rule = defineRule({
  id: 'dates-era-year',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年号纪年与括注公元相符',
  summary:
    '按年号元年推算公元，与括注或“即”后的公元年比较，民国、太平天国、日本年号同样推算；“康熙年间（1662～1722年）”一类核对起止。改年号还是改公元要查原始资料，故不给改法。',
  why: '年号与公元只差一年也会使前后史实对不上，是志书最常见的纪年差错。',
  silent: '同名年号逐一比较，有一个相符即不报；农历岁末跨入次年、改元当年的一年之差不报；括注的不是纯年份的不报。',
  covers: ['GZ-CHR-05'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption', 'heading'],
  words: ERA_NAMES,
  checkWord({ text, start, end }, at, nameEnd, report) {
    // 中大通 is no 大通.
    if (text[at - 1] === '中' && (text.startsWith('大通', at) || text.startsWith('大同', at))) return;
    const era = readEraYear(text, at, nameEnd, end);
    if (era === undefined) {
      if (!isOrdinaryWord(text, at, text.slice(at, nameEnd))) checkSpan(text, at, nameEnd, end, report);
      return;
    }
    const western = readYearsAfter(text, at, era.end, end) ?? readYearsBefore(text, start, at);
    // A year the title never had is told by its own rule.
    if (western === undefined || findReignExceeded(era) !== undefined) return;
    const slack = mayRunOver(text, era, western);
    const first = western.years.length === 2 ? readFirstOfRange(text, start, era) : undefined;
    if (first === undefined ? agree(era, western, slack) : agreeBoth(first, era, western, slack)) return;
    if (isOrdinaryWord(text, at, era.name) && !isNear(era, western)) return;
    const last = Math.max(era.end, western.end);
    const closed = last < end && /[）)〕\]】]/u.test(text.charAt(last)) ? last + 1 : last;
    const computed = era.ordinals.map((ordinal) => listYears(era, ordinal).map(printYear).join('或')).join('～');
    report(
      Math.min(era.start, western.start),
      closed,
      `“${text.slice(era.start, era.end)}”推算为公元${computed}，与文中的${western.years.map(printYear).join('～')}不符，请核实。`,
      {
        evidence: [
          { label: '年号', span: { start: era.start, end: era.end }, value: text.slice(era.start, era.end) },
          { label: '推算公元', value: computed },
          { label: '文中公元', span: { start: western.start, end: western.end } },
        ],
      },
    );
  },
});

function agree(era: EraYear, { years }: WesternYears, slack: number): boolean {
  const fits = (ordinal: number, printed: number) =>
    listYears(era, ordinal).some((year) => Math.abs(year - printed) <= slack);
  // As many years as ordinals are compared one by one; otherwise one of them is enough.
  if (years.length === 2 && era.ordinals.length === 2)
    return fits(era.ordinals[0]!, years[0]!) && fits(era.ordinals[1]!, years[1]!);
  return years.some((printed) => era.ordinals.some((ordinal) => fits(ordinal, printed)));
}

/** Years the end of the old calendar's year may run over; the Republic's year ends with December, but a winter does not. */
function mayRunOver(text: string, era: EraYear, western: WesternYears): number {
  if (!western.late) return 0;
  return era.name !== '民国' || /[冬腊]|十[一二]月/u.test(text.slice(era.end, western.end)) ? 1 : 0;
}

/** 光绪三十年至宣统二年（1904～1910年）: the bracket belongs to both. */
function readFirstOfRange(text: string, start: number, era: EraYear): EraYear | undefined {
  const before = text.slice(Math.max(start, era.start - 4), era.start);
  const connector = /(?:至|～|—|-)[\u4e00-\u9fff]{0,2}$/u.exec(before);
  return connector === null ? undefined : readEraBefore(text, start, era.start - connector[0].length);
}

function agreeBoth(first: EraYear, last: EraYear, { years }: WesternYears, slack: number): boolean {
  const fits = (era: EraYear, printed: number) =>
    listYears(era, era.ordinals[era.ordinals.length - 1]!).some((year) => Math.abs(year - printed) <= slack);
  return fits(first, years[0]!) && fits(last, years[1]!);
}

/** Further apart than a slip of the pen, an ordinary word was meant: 绍兴十年（2003～2013年）. */
function isNear(era: EraYear, { years }: WesternYears): boolean {
  return era.ordinals.some((ordinal) =>
    listYears(era, ordinal).some((year) => years.some((printed) => Math.abs(year - printed) <= 60)),
  );
}

/** 康熙年间（1662～1722年）: both years lie within the reign. */
function checkSpan(text: string, at: number, nameEnd: number, end: number, report: Report): void {
  const found = readReignSpan(text, at, nameEnd, end);
  if (found === undefined) return;
  report(at, found.end, `“${text.slice(at, nameEnd)}”为${found.reign}，与括注的起止不符，请核实。`, {
    evidence: [{ label: '年号起止', value: found.reign }],
  });
}
