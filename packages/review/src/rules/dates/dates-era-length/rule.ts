import { isOrdinaryWord } from '../../../calendar/is-ordinary-word.ts';
import { ERA_NAMES, findReignExceeded, readEraYear } from '../../../calendar/read-era-year.ts';
import { defineRule } from '../../../rule.ts';

/** An era year beyond the last year of its title (年号超限): 雍正十五年. */
export const rule = defineRule({
  id: 'dates-era-length',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年号纪年不超过年号止年',
  summary: '唐以来各年号的年数有定数，如“雍正”共十三年，超出的报。',
  why: '不存在的年份多为年号或数字误植，读者无从查考。',
  silent: '宋元以前改元当年沿用旧年号的放过一年；同名年号按最长的算；民国纪年另有规则。',
  covers: ['GZ-CHR-05'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'table', 'caption', 'heading'],
  words: ERA_NAMES.filter((name) => name !== '民国'),
  checkWord({ text, end }, at, nameEnd, report) {
    const era = readEraYear(text, at, nameEnd, end);
    if (era === undefined || isOrdinaryWord(text, at, era.name)) return;
    const longest = findReignExceeded(era);
    if (longest === undefined) return;
    const ordinal = Math.max(...era.ordinals);
    report(era.start, era.end, `“${era.name}”共${longest}年，没有第${ordinal}年，请核实。`, {
      evidence: [{ label: '年号年数', value: String(longest) }],
    });
  },
});
