import { defineRule } from '../../../rule.ts';
import { listUnitWords, readAmountBefore } from '../../../units/read-amount.ts';

const NAMES: Readonly<Record<string, string>> = {
  'km²': '平方千米',
  km2: '平方千米',
  'hm²': '公顷',
  hm2: '公顷',
  'm²': '平方米',
  m2: '平方米',
  'm³': '立方米',
  m3: '立方米',
  '㎡': '平方米',
  '㎞': '千米',
  '㎏': '千克',
  '㎝': '厘米',
  '㎜': '毫米',
  km: '千米',
  cm: '厘米',
  mm: '毫米',
  kg: '千克',
  mg: '毫克',
  kW: '千瓦',
  MW: '兆瓦',
  kV: '千伏',
  kVA: '千伏安',
  MVA: '兆伏安',
  kW·h: '千瓦时',
  kWh: '千瓦时',
  ha: '公顷',
  MPa: '兆帕',
  kPa: '千帕',
  mL: '毫升',
  ml: '毫升',
  dB: '分贝',
};
const FORMULAS: Readonly<Record<string, string>> = { H2O: '水', 'H₂O': '水', CO2: '二氧化碳', 'CO₂': '二氧化碳' };
const SYMBOLS = Object.keys(NAMES).sort((a, b) => b.length - a.length);

/** A unit symbol or a formula in running text (正文夹用单位符号): 5km, CO₂. */
export const rule = defineRule({
  id: 'units-symbol-name',
  family: 'units',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '正文用单位中文名称',
  summary: '志鉴正文的单位用中文名称，“5km”写“5千米”，“300m²”写“300平方米”，“CO₂”写“二氧化碳”；表格、图中可以用符号。',
  why: '正文是连贯的文字，夹用符号既不统一，也不便朗读和检索。',
  silent: '表格、图题和引文、照录的文献不报；型号、组合单位（km/h、μg/m³）和℃、%不报。',
  covers: ['LN-UNI-55'],
  exempt: ['quotation', 'title', 'verbatim'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  blocks: ['paragraph'],
  words: [...listUnitWords(SYMBOLS), ...Object.keys(FORMULAS)],
  checkWord({ text, start }, wordStart, wordEnd, report) {
    if (/[A-Za-z\d²³₂/／·\-—]/u.test(text.charAt(wordEnd))) return;
    const formula = FORMULAS[text.slice(wordStart, wordEnd)];
    if (formula !== undefined) {
      if (/[A-Za-z\d]/u.test(text.charAt(wordStart - 1))) return;
      report(wordStart, wordEnd, `正文夹用化学式，建议写作“${formula}”。`, { replacement: formula });
      return;
    }
    const symbol = SYMBOLS.find((each) => text.startsWith(each, wordEnd - each.length))!;
    const amount = readAmountBefore(text, start, wordEnd - symbol.length);
    if (amount === undefined || /[A-Za-z\-—×/]/u.test(text.charAt(amount.start - 1))) return;
    const head = amount.start + text.slice(amount.start, wordEnd - symbol.length).trimEnd().length;
    const name = NAMES[symbol]!;
    report(head, wordEnd, `正文夹用单位符号“${symbol}”，建议写作“${name}”。`, { replacement: name });
  },
});
