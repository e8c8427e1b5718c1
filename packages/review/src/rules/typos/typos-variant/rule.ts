import { defineRule } from '../../../rule.ts';
import { findWrongWords } from '../../../words/find-wrong-words.ts';

/** Spellings that the tables of variants have replaced (异形词): 座落、份量、录象. */
export const rule = defineRule({
  id: 'typos-variant',
  family: 'typos',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '异形词用推荐词形',
  summary: '已淘汰或不推荐的词形：座落（坐落）、份量（分量）、水份（水分）、录象（录像）、丰富多采（丰富多彩）等。',
  why: '同一个词全书用一种词形，通行词典和异形词整理表已有推荐。',
  silent: '“家庭成份”“评定成份”等土地改革时期的用语、书名号内的原题，不报。',
  covers: ['WORD-4.13-2', 'WORD-8.9-2'],
  exempt: ['title', 'errata', 'verbatim'],
  habit: 20,
  checkPassage(passage, report) {
    for (const { start, end, right, kind } of findWrongWords(passage)) {
      if (kind !== 'variant') continue;
      report(start, end, `“${passage.text.slice(start, end)}”的推荐词形是“${right}”。`, { replacement: right });
    }
  },
});
