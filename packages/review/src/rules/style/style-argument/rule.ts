import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';
import { listWords } from '../../../wording/list-words.ts';

/** A phrase that draws a conclusion for the reader (议论套语): 由此可见、这充分说明. */
export const rule = defineRule({
  id: 'style-argument',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '述而不论',
  summary: '“由此可见”“这充分说明”“事实证明”“不难看出”“毋庸置疑”等议论套语，建议删去，让事实和数据说明。',
  why: '志鉴寓观点于记述之中，不由编者下结论。',
  silent: '引文、照录的文献、署名的序跋和涉及中央的句子不报。',
  covers: ['GZ-WRT-03', 'YB-ENT-07'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  words: listWords(
    '由此可见 由此可知 可见一斑 足见 不难看出 毋庸置疑 毋庸讳言 不言而喻 显而易见 事实证明 实践证明',
    '这充分说明 这充分体现 这充分证明 这充分表明 这说明了 这表明了 这一切都 充分彰显 无疑是 令人欣慰 令人振奋',
    '令人鼓舞 令人瞩目 可想而知 不能不说 值得一提的是 意义重大而深远 意义十分重大 功不可没 我们相信 有理由相信',
  ),
  checkWord(passage, wordStart, wordEnd, report) {
    if (isForeword(passage)) return;
    const word = passage.text.slice(wordStart, wordEnd);
    report(wordStart, wordEnd, `“${word}”为议论用语，建议删去，以事实和数据说明。`);
  },
});
