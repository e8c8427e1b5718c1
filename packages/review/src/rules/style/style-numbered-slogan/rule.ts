import { defineRule } from '../../../rule.ts';

/** “三个到位” without saying which (数字口号). */
export const rule = defineRule({
  id: 'style-numbered-slogan',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“三个到位”等写明内容',
  summary: '“三个到位”“五项举措”“四个确保”等数字口号没有列出内容的，建议写明或删去。',
  why: '过几年，读者已不知道是哪三个、哪五项。',
  silent: '引号后括注或列出内容的不报；照录的文献和涉及中央的提法不报。',
  covers: ['EMP-08', 'YB-ENT-13'],
  exempt: ['title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: ['个到位”', '项举措”', '个确保”', '个转变”', '个强化”', '个突出”', '个抓手”', '个聚焦”'],
  checkWord({ text, start, end }, wordStart, wordEnd, report) {
    const open = text.lastIndexOf('“', wordStart);
    if (open < Math.max(start, wordStart - 4)) return;
    if (!/^[一二三四五六七八九十\d]+$/u.test(text.slice(open + 1, wordStart))) return;
    if (/^(?:[（(：:]|，?即|，?(?:具体)?[是为])/u.test(text.slice(wordEnd, Math.min(end, wordEnd + 4)))) return;
    if (!/(?:做到|狠抓|坚持|落实|实现|推行|实施|采取|突出|按照)$/u.test(text.slice(Math.max(start, open - 2), open)))
      return;
    report(open, wordEnd, '所指内容不明，建议写明是哪几项，或删去。');
  },
});
