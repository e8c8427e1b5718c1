import forms from '../../../lexicons/phrase-forms.json' with { type: 'json' };
import { defineRule } from '../../../rule.ts';

const FORMS: ReadonlyMap<string, string> = new Map(forms.map(({ wrong, right }) => [wrong, right]));
/** What rightly follows 习近平新时代. */
const NEW_ERA = /^中国特色社会主义(?:思想|经济思想|外交思想|文化思想)/u;

/** Fixed phrases with a wrong character, word or verb (固定提法误写). */
export const rule = defineRule({
  id: 'terms-phrase-form',
  family: 'terms',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '固定提法的写法',
  summary:
    '固定提法的错字、漏字、搭配混用：“五位一体”战略布局、坚定“四个意识”、“三实三严”、中央八条规定、三个代表重要思想（引号位置）等，按提法表（示例，本单位可另行维护）提请核对。',
  why: '固定提法一字不可增减，“两个确立”与“两个维护”等搭配的动词也有定式。',
  silent: '书名号内的，特载、文献等原文照录部分，不报。',
  covers: [
    'LN-FIX-01',
    'LN-FIX-02',
    'LN-FIX-03',
    'LN-FIX-04',
    'LN-FIX-06',
    'LN-FIX-07',
    'LN-FIX-10',
    'LN-FIX-11',
    'LN-FIX-16',
    'LN-FIX-18',
  ],
  exempt: ['title', 'verbatim', 'errata'],
  words: [...FORMS.keys(), '习近平新时代'],
  checkWord({ text, start: first, end: last }, start, end, report) {
    const word = text.slice(start, end);
    const right = FORMS.get(word);
    const behind = text.slice(end, Math.min(last, end + 14));
    if (right === undefined) {
      if (NEW_ERA.test(behind)) return;
      const shown =
        /^[\u4e00-\u9fff]{0,12}?(?:思想|理论(?:体系)?)/u.exec(behind)?.[0] ?? /^[\u4e00-\u9fff]{0,6}/u.exec(behind)![0];
      report(start, end + shown.length, '建议核对，应为“习近平新时代中国特色社会主义思想”。');
      return;
    }
    const before = start > first ? text.charAt(start - 1) : '';
    // Part of the right phrase: 社会主义发展史 and 中国社会主义建设史 as a subject taught.
    if (word === '社会主义建设史' && !/[、和及与]$/u.test(before)) return;
    if (word.startsWith('三个代表') && before === '“' && !word.endsWith('重要思想')) return;
    if (word === '邓小平思想' && /^[解方上路观库建]/u.test(behind)) return;
    if (word.endsWith('布局') && /^[、和]/u.test(behind) && /“?四个全面”?战略布局/u.test(behind)) return;
    report(start, end, `固定提法建议核对，一般为${right.includes('“') ? right : `“${right}”`}。`);
  },
});
