import { defineRule, type Passage } from '../../../rule.ts';

const SYMBOL = '(?:km²|km2|hm²|hm2|m²|m2|m³|m3|km|cm|mm|kg|mg|μg|ug|kW|kV|mL|ml|m|g|t|L|s|h|d|a|min)';
const HAN =
  '(?:立方米|平方米|平方千米|平方公里|公顷|千米|公里|厘米|毫米|千克|公斤|毫克|微克|毫升|小时|分钟|米|克|吨|升|秒|分|时|天|日|年|亩|人|千瓦)';
const NUMBER = '[\\d万亿]';
const LEFT_SYMBOL = new RegExp(`(?<=${NUMBER}\\s?)${SYMBOL}$`, 'u');
const LEFT_HAN = new RegExp(`(?<=${NUMBER}\\s?)${HAN}$`, 'u');
const RIGHT_SYMBOL = new RegExp(`^${SYMBOL}(?![A-Za-z0-9²³])`, 'u');
const RIGHT_HAN = new RegExp(`^${HAN}(?=[\\s，。；、：）)（(—～/／的以左计是]|$)`, 'u');
const LONG = 8;

/** A compound unit that mixes Han and symbols, or has two slashes (组合单位混用中文与符号、两条斜线). */
export const rule = defineRule({
  id: 'units-slash',
  family: 'units',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '41',
  title: '组合单位不混用中文和符号，斜线不超过一条',
  summary: '组合单位两边都用中文名称或都用国际符号，不写“km/时”“吨/d”；斜线不超过一条，不写“毫克/千克/天”。',
  why: '中文与符号混写、斜线连用，既不合单位的写法，也容易误读。',
  silent: '两边一致的“米/秒”“km/h”不报；日期、编号里的斜线不报；引文、照录的文献不报。',
  covers: ['LN-UNI-51', 'LN-UNI-53'],
  exempt: ['quotation', 'title', 'verbatim'],
  habit: 20,
  on: '/／',
  check(passage, at, report) {
    const left = readLeft(passage, at);
    if (left === undefined) return;
    const after = passage.text.slice(at + 1, Math.min(passage.end, at + 1 + LONG));
    const right = left.isHan ? RIGHT_SYMBOL.exec(after) : RIGHT_HAN.exec(after);
    if (right !== null) {
      report(left.start, at + 1 + right[0].length, '组合单位混用中文和符号，建议统一用中文名称。');
      return;
    }
    const same = (left.isHan ? RIGHT_HAN : RIGHT_SYMBOL).exec(after)?.[0];
    if (same === undefined || !/[/／]/u.test(after.charAt(same.length))) return;
    const third = /^(?:[\u4e00-\u9fff]{1,3}|[A-Za-z]{1,3})(?=[\s，。；、）)]|$)/u.exec(
      passage.text.slice(at + 2 + same.length, Math.min(passage.end, at + 2 + same.length + LONG)),
    )?.[0];
    if (third === undefined) return;
    report(
      left.start,
      at + 2 + same.length + third.length,
      '组合单位用了两条斜线，建议改用乘点或括号，使斜线不超过一条。',
    );
  },
});

/** The unit behind a number that ends at the slash. */
function readLeft({ text, start }: Passage, at: number): { start: number; isHan: boolean } | undefined {
  const before = text.slice(Math.max(start, at - LONG), at);
  const symbol = LEFT_SYMBOL.exec(before)?.[0];
  if (symbol !== undefined) return { start: at - symbol.length, isHan: false };
  const han = LEFT_HAN.exec(before)?.[0];
  return han === undefined ? undefined : { start: at - han.length, isHan: true };
}
