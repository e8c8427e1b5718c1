import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';
import { LEADERSHIP_PHRASES } from '../../../wording/empty-phrases.ts';

/** Who led and cared instead of what was done (领导句式): 在……正确领导下. */
export const rule = defineRule({
  id: 'style-leadership',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '不用领导句式',
  summary: '“在某某正确领导下”“亲切关怀下”“大力支持下”“亲自部署”等套语，建议删去，直接记述做了什么。',
  why: '套语不含事实，每条都写，全书千篇一律。',
  silent: '引文、照录的文献、署名的序跋和涉及中央、领导人的句子不报；组织章程所定的领导关系（“在党委领导下”）不报。',
  covers: ['EMP-01', 'YB-ENT-04'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: LEADERSHIP_PHRASES,
  checkWord(passage, wordStart, wordEnd, report) {
    const { text } = passage;
    const word = text.slice(wordStart, wordEnd);
    if (word === '高度重视' && /[予的起并要应]/u.test(text.charAt(wordStart - 1))) return;
    if (isForeword(passage)) return;
    report(wordStart, wordEnd, `“${word}”为套语，建议删去，直接记述事实。`);
  },
});
