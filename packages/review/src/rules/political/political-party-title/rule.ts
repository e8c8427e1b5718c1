import { defineRule } from '../../../rule.ts';

/** 省省委, 中共××县县委, 省人大主任: level named twice, or a post of the standing committee cut short (党政职务称谓). */
export const rule = defineRule({
  id: 'political-party-title',
  family: 'political',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '党政组织与职务称谓',
  summary:
    '“中共××省省委”“中共××县县委”层级重复，“省委省委书记”词语重复，“人大主任”漏“常委会”，“政协主任”等职务误写，提请核对。',
  why: '党的地方组织称“中共××省委”，人大常委会的职务应写全称。',
  silent: '乡镇人大主席团、人大代表工作委员会等机构的主任，“县县”分属两个地名的，引文和书名号内的，不报。',
  covers: ['LN-POL-17', 'LN-POL-18'],
  exempt: ['quotation', 'title', 'errata'],
  blocks: ['paragraph', 'note', 'caption'],
  words: [
    '省省委',
    '市市委',
    '县县委',
    '区区委',
    '州州委',
    '省委省委',
    '市委市委',
    '县委县委',
    '区委区委',
    '州委州委',
    '省人大主任',
    '市人大主任',
    '县人大主任',
    '区人大主任',
    '州人大主任',
    '省人大副主任',
    '市人大副主任',
    '县人大副主任',
    '区人大副主任',
    '州人大副主任',
    '全国人大委员长',
    '全国人大副委员长',
    '省政协主任',
    '市政协主任',
    '县政协主任',
    '区政协主任',
    '州政协主任',
    '政协委员会主任委员',
    '省政府省长办',
    '人民政府县委',
    '中共县人民政府',
  ],
  checkWord({ text, start: first, end: last }, start, end, report) {
    const word = text.slice(start, end);
    const before = text.slice(Math.max(first, start - 12), start);
    if (/^(.)\1委$/u.test(word)) {
      // 曹县县委 is the committee of a county of one character; 中共曹县委员会 would be no name.
      const written = /中共([^，。；、：中共和与委]{1,9})$/u.exec(before);
      if (written === null || (word === '县县委' && written[1]!.length === 1)) return;
      if (/[第一二三四五六七八九十\d]$/u.test(written[1]!)) return;
      report(start - written[0].length, end, `建议核对，可写“${written[0]}${word.slice(1)}”。`);
    } else if (/^(..)\1$/u.test(word)) {
      if (!/^[书常办副]/u.test(text.slice(end, Math.min(last, end + 1)))) return;
      report(start, end, `“${word}”有重复，建议核对。`);
    } else if (word.includes('人大')) {
      report(start, end, '建议核对，职务全称应含“常委会”，如“县人大常委会主任”。');
    } else report(start, end, '职务称谓建议核对。');
  },
});
