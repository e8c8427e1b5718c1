import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';
import { NEWS_PHRASES } from '../../../wording/empty-phrases.ts';

/** Words of headlines and of sellers (新闻语、广告语): 吸睛、誉满全球. */
export const rule = defineRule({
  id: 'style-news',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '不用新闻语、广告语',
  summary: '“吸睛”“出圈”“爆棚”“誉满全球”“物美价廉”“独一无二”等新闻语、广告语，建议删去或改为平实的说法。',
  why: '志鉴文字要平实、耐久，流行语几年后就不通行，广告语有失公允。',
  silent: '引文、照录的文献、署名的序跋不报；商标、品名里的字不报。',
  covers: ['EMP-06', 'EMP-07'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: NEWS_PHRASES,
  checkWord(passage, wordStart, wordEnd, report) {
    const { text } = passage;
    const word = text.slice(wordStart, wordEnd);
    if (/^(?:打卡地|点赞|火爆)$/u.test(word) && /[“]/u.test(text.charAt(wordStart - 1))) return;
    if (word === '给力' && /[供补助赋交]/u.test(text.charAt(wordStart - 1))) return;
    if (word === '出圈' && /[^，。；、火]/u.test(text.charAt(wordStart - 1))) return;
    if (word === '高企' && text.charAt(wordEnd) === '业') return;
    if (word === '顶级' && /[^，。；、的是为]/u.test(text.charAt(wordStart - 1))) return;
    if (isForeword(passage)) return;
    report(wordStart, wordEnd, `“${word}”为新闻语或广告语，建议改为平实的记述。`);
  },
});
