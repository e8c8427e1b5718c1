import { defineRule } from '../../../rule.ts';

const WRONG: Readonly<Record<string, string>> = {
  第两届: '第二届',
  第两次: '第二次',
  第两个: '第二个',
  第两名: '第二名',
  第两批: '第二批',
  第两期: '第二期',
  第两年: '第二年',
  第两天: '第二天',
  第两条: '第二条',
  第两章: '第二章',
  第两位: '第二位',
  第两轮: '第二轮',
  二个: '两个',
  二名: '两名',
  二件: '两件',
  二座: '两座',
  二辆: '两辆',
  二艘: '两艘',
  二户: '两户',
};

/** 二 and 两 exchanged (“二”“两”混用): 第两届, 二个月. */
export const rule = defineRule({
  id: 'numerals-two-forms',
  family: 'numerals',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“二”与“两”分清',
  summary: '序数用“二”（第二届），个、名、件等量词前的基数用“两”（两个月、两名）。',
  why: '“二”“两”用错不合普通话习惯，“二个”还会与“第二个”相混。',
  silent: '“十二个”“第二个”“一、二个”和引文、书名里的不报。',
  covers: ['LN-NUM-33'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn', 'errata'],
  habit: 20,
  words: Object.keys(WRONG),
  checkWord({ text, start }, at, end, report) {
    const before = at > start ? text.charAt(at - 1) : '';
    if (text[at] === '二' && /[一二三四五六七八九十百千万亿零〇第廿卅、～—\d点之其为至到及或]/u.test(before)) return;
    // 二个人赛 has 二 of what stands before; 二名单 and 二件套 are other words.
    if (/^(?:名单|名称|名誉|名录|名师|个人|户外|户籍|户口|件套|座谈)/u.test(text.slice(at + 1, at + 3))) return;
    // Articles of law say 二个月.
    if (/^\s*第[一二三四五六七八九十百零\d]+条/u.test(text.slice(start, start + 12))) return;
    const word = text.slice(at, end);
    report(at, end, `此处宜用“${WRONG[word] ?? ''}”。`, { replacement: WRONG[word] });
  },
});
