import { GANZHI, printGanzhi } from '../../../calendar/ganzhi.ts';
import { listYears, readEraBefore } from '../../../calendar/read-era-year.ts';
import { defineRule } from '../../../rule.ts';

const AFTER = /[年岁]?(?:[（(](?:公元)?(\d{3,4})年?[）)]|[，,]?即(?:公元)?(\d{3,4})年)/uy;
const BEFORE = /(?<!\d)(\d{3,4})年?(?:[（(](?:农历|夏历|阴历|旧历|岁次|干支|清|即)?|[，,](?:岁次|农历)?)$/u;
/** 民国十三年（1924年）岁次甲子 */
const ENTITLED = /(?<!\d)(\d{3,4})年?[）)][，,]?岁[次在]$/u;
const CLOSE = /[年岁]?[）)]/uy;

/** A ganzhi year and the western or era year beside it that do not agree (干支与公元不符): 己未年（1920年）. */
export const rule = defineRule({
  id: 'dates-ganzhi-year',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '干支纪年与公元、年号相符',
  summary: '干支与括注的公元年，或紧接的年号年，如“光绪二十六年（庚子）”，按六十甲子推算，不符的报。',
  why: '干支六十年一周，错一字就差几年到几十年。',
  silent: '“甲子日”等纪日、纪月的干支不报；同名年号有一个相符即不报。',
  covers: ['GZ-CHR-05'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption'],
  words: GANZHI,
  checkWord({ text, start, end }, at, last, report) {
    const pair = text.slice(at, last);
    const western = readWestern(text, start, at, last, end);
    if (western !== undefined) {
      const computed = printGanzhi(western.year);
      if (computed === pair) return;
      report(western.start, western.end, `公元${western.year}年干支为${computed}，与文中的${pair}不符，请核实。`, {
        evidence: [{ label: '推算干支', value: computed }],
      });
      return;
    }
    const era = readEra(text, start, at);
    if (era === undefined) return;
    const pairs = era.years.map(printGanzhi);
    if (pairs.includes(pair)) return;
    report(
      era.start,
      last,
      `“${text.slice(era.start, era.end)}”干支为${pairs.join('或')}，与文中的${pair}不符，请核实。`,
      {
        evidence: [{ label: '推算干支', value: pairs.join('或') }],
      },
    );
  },
});

interface Western {
  readonly start: number;
  readonly end: number;
  readonly year: number;
}

function readWestern(text: string, start: number, at: number, last: number, end: number): Western | undefined {
  AFTER.lastIndex = last;
  const after = AFTER.exec(text);
  if (after !== null && last + after[0].length <= end)
    return { start: at, end: last + after[0].length, year: Number(after[1] ?? after[2]) };
  const entitled = ENTITLED.exec(text.slice(Math.max(start, at - 12), at));
  if (entitled !== null) return { start: at - entitled[0].length, end: last, year: Number(entitled[1]) };
  CLOSE.lastIndex = last;
  const close = CLOSE.exec(text);
  if (close === null) return undefined;
  const before = BEFORE.exec(text.slice(Math.max(start, at - 12), at));
  return before === null
    ? undefined
    : { start: at - before[0].length, end: last + close[0].length, year: Number(before[1]) };
}

/** 光绪二十六年（庚子）, 光绪二十六年庚子: nothing else stands between. */
function readEra(text: string, start: number, at: number) {
  const lead = /(?:[（(]|[，,]?岁[次在])$/u.exec(text.slice(Math.max(start, at - 4), at))?.[0] ?? '';
  const year = at - lead.length;
  if (year === at && /[月日时朔望]/u.test(text.charAt(at + 2))) return undefined;
  const era = readEraBefore(text, start, year);
  if (era === undefined || era.ordinals.length !== 1) return undefined;
  return { start: era.start, end: era.end, years: listYears(era, era.ordinals[0]!) };
}
