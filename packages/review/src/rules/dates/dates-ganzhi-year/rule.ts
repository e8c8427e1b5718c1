import { isGanzhi, printGanzhi } from '../../../calendar/ganzhi.ts';
import { defineRule } from '../../../rule.ts';

const BRACKET = /年?[（(](?:公元)?(\d{3,4})年?[）)]/uy;

/** A ganzhi year and the western year beside it that do not agree (干支与公元不符): 己未年（1920年）. */
export const rule = defineRule({
  id: 'dates-ganzhi-year',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '干支纪年与括注公元相符',
  summary: '干支后括注的公元年按六十甲子推算，不符的报。“甲子日”等纪日的干支不在此列。',
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption'],
  on: '子丑寅卯辰巳午未申酉戌亥',
  check({ text, start, end }, at, report) {
    if (at === start || !isGanzhi(text.slice(at - 1, at + 1))) return;
    BRACKET.lastIndex = at + 1;
    const bracket = BRACKET.exec(text);
    if (bracket === null || at + 1 + bracket[0].length > end) return;
    const year = Number(bracket[1]);
    const pair = printGanzhi(year);
    if (pair === text.slice(at - 1, at + 1)) return;
    report(at - 1, at + 1 + bracket[0].length, `公元${year}年干支为${pair}，与文中不符，请核实。`, {
      evidence: [{ label: '推算干支', value: pair }],
    });
  },
});
