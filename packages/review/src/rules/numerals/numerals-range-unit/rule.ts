import { defineRule } from '../../../rule.ts';

const LEFT = /(?<![\d.A-Za-z\-－–—～~:：/])(\d+(?:\.\d+)?)$/u;
const RIGHT = /(\d+(?:\.\d+)?)(%|％|‰|(?:万|亿)元?)/uy;

/** A range whose first number lost its 万, 亿 or % (数值范围前数缺单位): 9～16亿. */
export const rule = defineRule({
  id: 'numerals-range-unit',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.1.3',
  title: '数值范围前数不省“万”“亿”“%”',
  summary: '用“万”“亿”“%”的数值范围，前后两数都要带上，如“9～16亿”应作“9亿～16亿”。',
  why: '前数省去“万”“亿”“%”，可以读成“9到16亿”，相差极大。',
  silent: '前数大于后数（如“5000～1万”）时两数本不同级，不报；引文和书名里的不报。',
  covers: ['LN-NUM-13'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  on: '～~—-－–',
  check({ text, start, end }, at, report) {
    const next = text.charCodeAt(at + 1);
    if (at === start || next < 0x30 || next > 0x39) return;
    // The unit is rarer than the number before the mark.
    RIGHT.lastIndex = at + 1;
    const right = RIGHT.exec(text);
    if (right === null || at + 1 + right[0].length > end) return;
    const left = LEFT.exec(text.slice(Math.max(start, at - 9), at))?.[1];
    if (left === undefined || Number(left) >= Number(right[1])) return;
    // 2016—2020% is no range of per cent; nor is a thousand and more before 万 of the same degree.
    const unit = right[2] ?? '';
    if (Number(left) >= 1000) return;
    report(at - left.length, at + 1 + right[0].length, `数值范围的前数缺“${unit}”，建议补上。`, {
      replacement: `${left}${unit}${text.charAt(at)}${right[0]}`,
    });
  },
});
