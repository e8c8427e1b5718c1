import { defineRule } from '../../../rule.ts';
import { findWrongWords } from '../../../words/find-wrong-words.ts';
import { isNameInList } from '../../../words/is-name-in-list.ts';

const KINDS: ReadonlySet<string> = new Set(['word', 'idiom', 'field']);

/** Words, idioms and terms of the field with a wrong character (错别字): 按装、再接再励、年签. */
export const rule = defineRule({
  id: 'typos-confusion',
  family: 'typos',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '错字、别字',
  summary:
    '词语、成语、志鉴用词中的错字、别字：按装（安装）、竣功（竣工）、再接再励（再接再厉）、综合年签（综合年鉴）等。',
  why: '错别字是编校差错的大宗，一处计一个差错。',
  silent: '两个词相邻而字面相同的（“按装机容量”“不予计价”）、名单中的人名、勘误表中的原文，不报。',
  covers: ['WORD-4.13-1', 'WORD-8.9-1', 'WORD-D-1'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'caption', 'heading', 'table'],
  checkPassage(passage, report) {
    for (const { start, end, right, kind } of findWrongWords(passage)) {
      if (!KINDS.has(kind) || isNameInList(passage.text, start, end)) continue;
      report(start, end, `“${passage.text.slice(start, end)}”疑为“${right}”之误。`, { replacement: right });
    }
  },
});
