import { isOrdinaryWord } from '../../../calendar/is-ordinary-word.ts';
import { ERA_NAMES, listYears, readEraAt, readEraYear } from '../../../calendar/read-era-year.ts';
import { defineRule } from '../../../rule.ts';

const HEAD = /[\u4e00-\u9fff]{0,2}$/u;
/** The next sentence is no further away than this. */
const REACH = 160;

/** A sentence dated by an earlier title than the sentence before it (年号时序): 道光元年…。乾隆十五年…。 */
export const rule = defineRule({
  id: 'dates-era-order',
  family: 'dates',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '同段年号按时序',
  summary: '同一段里，前后两句都以年号纪年开头，而后一句的年号早于前一句的，请核对年号或次序。',
  why: '记事以时为序，次序颠倒多半是年号误植。',
  silent: '不在句首的年号、同一年号之内的先后不比；追述用“先是”“初”等引出的不报。',
  exempt: ['quotation', 'verbatim', 'errata'],
  words: ERA_NAMES,
  checkWord({ text, start, end }, at, nameEnd, report) {
    const era = readEraYear(text, at, nameEnd, end);
    if (era === undefined || !isHead(text, start, at) || isOrdinaryWord(text, at, era.name)) return;
    const stop = text.indexOf('。', era.end);
    if (stop < 0 || stop - at > REACH || stop + 4 >= end) return;
    for (let next = stop + 1; next <= stop + 3; next += 1) {
      const later = readEraAt(text, next, end);
      if (later === undefined) continue;
      if (later.name === era.name || isOrdinaryWord(text, next, later.name)) return;
      const first = Math.min(...listYears(era, era.ordinals[0]!));
      const second = Math.max(...listYears(later, later.ordinals[0]!));
      if (second < first)
        report(next, later.end, `此句的年号早于前一句的“${text.slice(at, era.end)}”，请核对年号或次序。`, {
          evidence: [{ label: '前一句', span: { start: at, end: era.end }, value: text.slice(at, era.end) }],
        });
      return;
    }
  },
});

/** At the head of a sentence, a dynasty or an emperor's style before it at most. */
function isHead(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 3), at);
  const dynasty = HEAD.exec(before)![0];
  const place = at - dynasty.length;
  return dynasty.length <= 2 && (place === start || text[place - 1] === '。' || /\s/u.test(text.charAt(place - 1)));
}
