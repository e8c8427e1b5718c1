import type { Volume } from '../../../volume.ts';
import { defineRule } from '../../../rule.ts';

/** A book that says what it means by 解放前 may use it. */
const SAID = ['解放前', '解放后', '解放（前', '解放(前', '建国前', '建国后'];
const DEFINED = /^[^。\n]{0,30}(?:系指|是指|为界)/u;

/** Time before or after 1949 named without the state's name (建国前后). */
export const rule = defineRule({
  id: 'political-before-founding',
  family: 'political',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '“建国前”“解放后”的写法',
  summary: '以“建国前”“建国后”“解放前”“解放后”等表示1949年前后，提请核对是否改为“中华人民共和国成立前（后）”。',
  why: '“建国”“解放”所指不明，各地解放时间又不相同；志书一般写“中华人民共和国成立前（后）”。',
  silent: '凡例已写明“解放前后”以何时为界，写“某地解放后”，引文、原文照录部分，不报。',
  covers: ['LN-POL-10'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  presets: ['yearbook', 'gazetteer'],
  habit: 5,
  words: [
    '建国前',
    '建国后',
    '建国初',
    '建国以来',
    '建国以前',
    '建国以后',
    '解放前',
    '解放后',
    '解放初',
    '解放以前',
    '解放以后',
    '解放以来',
  ],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const before = start > passage.start ? text.charAt(start - 1) : '';
    if (!/^[，。、；：（(”\s至到从自在于是但及和]?$/u.test(before)) return;
    if (/^[提往来去面景方台勤夕任赴线街路门]/u.test(text.slice(end, Math.min(passage.end, end + 1)))) return;
    if (passage.read(definesLiberation)) return;
    report(start, end, `“${text.slice(start, end)}”建议核对，可写“中华人民共和国成立前”“中华人民共和国成立后”等。`);
  },
});

function definesLiberation({ text }: Volume): boolean {
  return SAID.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      if (DEFINED.test(text.slice(at, at + 40))) return true;
    return false;
  });
}
