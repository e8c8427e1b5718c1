import { defineRule } from '../../../rule.ts';

const DECADE = /(?<![\d０-９])((?:\d0[、～—~至-])*\d0)$|(?<![一二三四五六七八九〇])([一二三四五六七八九]{1,3}十)$/u;
/** Words that name the century, or make the decade an age or a count of years. */
const NAMED = /世纪|\d{3}0年代|民国|公元|道光|咸丰|同治|光绪|乾隆|嘉庆|康熙/u;
const SENTENCE = 120;

/** A decade without its century (年代缺世纪): 80年代. */
export const rule = defineRule({
  id: 'dates-century',
  family: 'dates',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年代写明世纪',
  summary: '“80年代”“八十年代”一类不写世纪的年代，和“上世纪”，应写明“20世纪80年代”。',
  why: '志鉴存之久远，后世读者不知是哪个世纪的80年代。',
  silent: '前文近处已写明世纪的不报；引文、书名号内的不报。',
  covers: ['GZ-CHR-07'],
  habit: 20,
  exempt: ['quotation', 'title', 'verbatim', 'errata', 'solemn'],
  words: ['年代', '上世纪', '上个世纪'],
  checkWord({ text, start }, at, last, report) {
    if (text[at] !== '年') {
      report(at, last, `“${text.slice(at, last)}”请写明是哪个世纪。`);
      return;
    }
    const before = text.slice(Math.max(start, at - 14), at);
    const found = DECADE.exec(before);
    if (found === null) return;
    const from = at - found[0].length;
    if (NAMED.test(text.slice(Math.max(start, from - SENTENCE), from))) return;
    report(from, last, '年代请写明世纪，如“20世纪80年代”。');
  },
});
