import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';
import { RESULT_PHRASES } from '../../../wording/empty-phrases.ts';

/** What 深受 goes on to. */
const RECEIVED = /^[^，。；、]{0,10}?(?:欢迎|喜爱|好评|青睐|赞誉)/u;

/** Praise where facts belong (成效句式、感受语): 成效显著、一致好评. */
export const rule = defineRule({
  id: 'style-results',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '成效写事实和数据',
  summary: '“取得显著成效”“硕果累累”“受到一致好评”“反响强烈”等评语，建议删去或换成数据。',
  why: '好不好由读者看事实判断，评语不能代替数据。',
  silent: '引文、照录的文献、署名的序跋和涉及中央、领导人的句子不报；因“成绩显著”受表彰的理由不报。',
  covers: ['EMP-02', 'EMP-09'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: RESULT_PHRASES,
  checkWord(passage, wordStart, wordEnd, report) {
    const { text } = passage;
    const word = text.slice(wordStart, wordEnd);
    if (/^(?:，?被|，?受到|者|单位|的(?:先进|单位|个人|集体))/u.test(text.slice(wordEnd, wordEnd + 4))) return;
    const reach = /^[深广]受$/u.test(word) ? RECEIVED.exec(text.slice(wordEnd, wordEnd + 14))?.[0].length : 0;
    if (reach === undefined) return;
    if (isForeword(passage)) return;
    report(
      wordStart,
      wordEnd + reach,
      `“${text.slice(wordStart, wordEnd + reach)}”为评语，建议删去，或换成具体事实、数据。`,
    );
  },
});
