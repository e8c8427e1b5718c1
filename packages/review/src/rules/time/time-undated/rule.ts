import { defineRule } from '../../../rule.ts';

/** Words that need a year in the words before them. */
const YEARLESS =
  /\d{3,4}年|[〇零一二三四五六七八九]{4}年|年间|年代|[当同翌次该是每历逐上本首]年|年内|全年|常年|[每各]月|[每各]周|例会|期间|制度/u;

/** A day or month that the words around it do not date (缺日期的时间词): 本月、春节前后. */
export const rule = defineRule({
  id: 'time-undated',
  family: 'time',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '本月、本周、春节前后等补明日期',
  summary: '“本月”“本周”“上月”“春节前后”“岁末”等所在句前后没有年份可依，建议写明年月日。',
  why: '离开原报告、原消息，读者无从知道是哪年哪月。',
  silent: '本段前文已有年份，或“每年”“每周”等记常例的不报；民俗所记节令和引文、照录的文献不报。',
  covers: ['LN-VAG-02'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  words: [
    '本月',
    '本周',
    '上月',
    '上周',
    '下月',
    '下周',
    '上个月',
    '上星期',
    '春节前后',
    '岁末',
    '岁末年初',
    '国庆前后',
    '元旦前后',
    '年关',
  ],
  checkWord({ text, start, end, volume, block }, wordStart, wordEnd, report) {
    if (/[基样每]/u.test(text.charAt(wordStart - 1)) || /[期长份度刊]/u.test(text.charAt(wordEnd))) return;
    if (YEARLESS.test(text.slice(Math.max(start, wordStart - 200), Math.min(end, wordEnd + 12)))) return;
    for (let node = block.node; node > 0; node = volume.nodes[node]!.parent) {
      if (/俗|节庆|节日|礼仪|习惯|方言|饮食/u.test(volume.nodes[node]!.title)) return;
    }
    report(wordStart, wordEnd, `“${text.slice(wordStart, wordEnd)}”所指日期不明，建议写明年月日。`);
  },
});
