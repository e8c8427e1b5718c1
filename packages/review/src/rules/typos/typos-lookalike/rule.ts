import { defineRule } from '../../../rule.ts';
import { findWrongWords } from '../../../words/find-wrong-words.ts';
import { isNameInList } from '../../../words/is-name-in-list.ts';

/** Forms of the lists that are told without an edit: generated ones, and names of organs, places and posts. */
const KINDS: ReadonlySet<string> = new Set(['lookalike', 'doubt']);

/** Words of official prose with one character of like shape or sound (形近、音近误字): 法津、补帖、筒政放权. */
export const rule = defineRule({
  id: 'typos-lookalike',
  family: 'typos',
  severity: 'query',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '形近、音近误字',
  summary:
    '公文常用词中有一字换成形近或音近的字，而换后的字面不成词的：法津（法律）、补帖（补贴）、户口薄（户口簿），以及机构、政区、职务名称中的错字，请核对。',
  why: '识别、录入、排版最易错的是形近和音近的字，通读时又最易滑过。',
  silent: '法律法规、政府工作报告中本有的字面，名单中的人名，勘误表中的原文，不报。',
  covers: ['WORD-D-2'],
  exempt: ['errata', 'title'],
  checkPassage(passage, report) {
    for (const { start, end, right, kind } of findWrongWords(passage)) {
      if (!KINDS.has(kind) || isNameInList(passage.text, start, end)) continue;
      report(start, end, `“${passage.text.slice(start, end)}”不成词，疑为“${right}”，请核对。`);
    }
  },
});
