import { defineRule } from '../../../rule.ts';
import { listUnitWords, readAmountBefore } from '../../../units/read-amount.ts';

/** Symbols as they are miswritten → the unit's Chinese name and its right symbol. */
const WRONG: Readonly<Record<string, readonly [symbol: string, name: string]>> = {
  M: ['m', '米'],
  KM: ['km', '千米'],
  Km: ['km', '千米'],
  KG: ['kg', '千克'],
  Kg: ['kg', '千克'],
  kG: ['kg', '千克'],
  CM: ['cm', '厘米'],
  MM: ['mm', '毫米'],
  KW: ['kW', '千瓦'],
  Kw: ['kW', '千瓦'],
  kw: ['kW', '千瓦'],
  KV: ['kV', '千伏'],
  Kv: ['kV', '千伏'],
  kv: ['kV', '千伏'],
  KVA: ['kVA', '千伏安'],
  kva: ['kVA', '千伏安'],
  HZ: ['Hz', '赫'],
  hz: ['Hz', '赫'],
  KHZ: ['kHz', '千赫'],
  KHz: ['kHz', '千赫'],
  MHZ: ['MHz', '兆赫'],
  Mhz: ['MHz', '兆赫'],
  mhz: ['MHz', '兆赫'],
  GHZ: ['GHz', '吉赫'],
  Ghz: ['GHz', '吉赫'],
  pa: ['Pa', '帕'],
  PA: ['Pa', '帕'],
  Kpa: ['kPa', '千帕'],
  KPa: ['kPa', '千帕'],
  KPA: ['kPa', '千帕'],
  Mpa: ['MPa', '兆帕'],
  MPA: ['MPa', '兆帕'],
  mpa: ['MPa', '兆帕'],
  hr: ['h', '小时'],
  hrs: ['h', '小时'],
  yr: ['a', '年'],
};

/** A unit symbol with the wrong case (单位符号大小写), or a number that lies inside its unit: 1m75. */
export const rule = defineRule({
  id: 'units-symbols',
  family: 'units',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '41',
  title: '单位符号大小写',
  summary:
    '单位符号须分大小写：km不写KM，kg不写KG，kW不写KW，kV不写KV，Hz不写HZ，Pa不写pa；数值不夹在单位中间，1.75 m不写1m75。',
  why: '大小写不同，词头和单位就不同，如M为兆、m为毫或米。',
  silent: '型号、牌号里的字母和引文、照录的文献不报；符号后还接字母、数字的不报。',
  covers: ['LN-UNI-52', 'LN-UNI-54'],
  exempt: ['quotation', 'title', 'verbatim'],
  habit: 20,
  words: [...listUnitWords(Object.keys(WRONG)), ...listSplit()],
  checkWord({ text, start }, wordStart, wordEnd, report) {
    const next = text.charAt(wordEnd);
    const symbol = Object.keys(WRONG)
      .filter((wrong) => text.startsWith(wrong, wordEnd - wrong.length))
      .sort((a, b) => b.length - a.length)[0];
    if (symbol === undefined) {
      // m2 and m3 are areas and volumes.
      if (/[23²³]/u.test(text.charAt(wordStart + 2)) && !/\d/u.test(next)) return;
      if (/[A-Za-z]/u.test(next) || /[A-Za-z]/u.test(text.charAt(wordStart - 1))) return;
      report(wordStart, wordEnd, '数值夹在单位中间，建议写作小数，单位放在后面。');
      return;
    }
    if (/[A-Za-z\d\-—/·]/u.test(next)) return;
    const head = wordEnd - symbol.length;
    const amount = readAmountBefore(text, start, head);
    if (amount === undefined || /[A-Za-z\-—]/u.test(text.charAt(amount.start - 1))) return;
    // 50M of a network is another thing.
    if (
      symbol === 'M' &&
      !/[长宽高深径距厚][度达约为]?$/u.test(text.slice(Math.max(start, amount.start - 3), amount.start))
    )
      return;
    const [right, name] = WRONG[symbol]!;
    report(head, wordEnd, `单位符号“${symbol}”大小写不合规范，应为“${right}”，正文宜写“${name}”。`, {
      replacement: name,
    });
  },
});

function listSplit(): string[] {
  const digits = [...'0123456789'];
  return digits.flatMap((before) => digits.map((after) => `${before}m${after}`));
}
