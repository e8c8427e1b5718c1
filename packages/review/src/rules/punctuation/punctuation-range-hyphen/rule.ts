import { defineRule } from '../../../rule.ts';

const LEFT = /(?<![\d.A-Za-z\-－–—])(\d+(?:\.\d+)?)(年|月|日|时|%|％|℃|岁|[万亿]?元|[万亿]|公里|千米|吨|公斤|千克)?$/u;
const RIGHT =
  /(\d+(?:\.\d+)?)(%|‰|％|年(?![a-zA-Z])|月|日|时|岁|℃|度|千克|公斤|克|吨|千米|公里|厘米|毫米|米|公顷|亩|人|元|万|亿|小时|分钟|天|个)/uy;

/** A range written with a hyphen (起止误用短横线). */
export const rule = defineRule({
  id: 'punctuation-range-hyphen',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.13.3.2',
  title: '起止不用短横线',
  summary: '时间、数值的起止用一字线或浪纹线，不用短横线。改法中时间取一字线，数值取浪纹线。',
  why: '短横线用于编号、型号，用在起止处会读作编号或减号。',
  silent: '日期简写、型号、电话、门牌和书名里的不报；全书都用短横线的只提示一次。',
  covers: ['LN-PUN-36', 'OLD-03'],
  exempt: ['title', 'errata'],
  habit: 20,
  on: '-－–',
  check({ text, start, end }, at, report) {
    const next = text.charCodeAt(at + 1);
    if (at === start || next < 0x30 || next > 0x39) return;
    const left = LEFT.exec(text.slice(Math.max(start, at - 10), at));
    if (left === null) return;
    RIGHT.lastIndex = at + 1;
    const right = RIGHT.exec(text);
    if (right === null || at + 1 + right[0].length > end) return;
    const [leftUnit, rightUnit = ''] = [left[2], right[2]];
    // 5月28日-6月3日 runs on into the next month; of one unit the first number is the smaller.
    const isSame = leftUnit === undefined || leftUnit.startsWith(rightUnit);
    if (isSame && Number(left[1]) >= Number(right[1])) return;
    if (!isSame && !(leftUnit === '日' && rightUnit === '月')) return;
    const isTime = /^[月日时]$/u.test(rightUnit) || (rightUnit === '年' && left[1]!.length === 4);
    const mark = isTime ? '—' : '～';
    report(at - left[0].length, at + 1 + right[0].length, `起止用了短横线，建议改用${isTime ? '一字线' : '浪纹线'}。`, {
      replacement: `${left[0]}${mark}${right[0]}`,
    });
  },
});
