import { defineRule } from '../../../rule.ts';
import { listUnitWords, readAmountBefore } from '../../../units/read-amount.ts';

const FULL: Readonly<Record<string, string>> = {
  平米: '平方米',
  平方: '平方米',
  立方: '立方米',
  立米: '立方米',
  方: '立方米',
};

/** 平方 and 立方 go on to a unit of their own; 方 is earth, stone, wood or water only before these. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  平方: /^\s?[米千公厘毫分微英市里尺丈海根]/u,
  立方: /^\s?[米千公厘毫分微英市尺体根氮星]/u,
  方: /^(?![，。；、）)\s]|混凝土|土|石|木材|水(?!平)|砂|$)/u,
};

/** An area or volume with its unit cut short (平米、平方、立方、方). */
export const rule = defineRule({
  id: 'units-area-volume',
  family: 'units',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '44',
  title: '面积、体积单位写全称',
  summary: '数字后的“平米”“平方”应写作平方米，“立方”“方”应写作立方米。',
  why: '平方、立方是算法，不是单位；“方”既可指平方米，也可指立方米，读者无从辨别。',
  silent: '平方米、平方千米、立方厘米等完整的单位不报；引文、照录的文献不报。',
  covers: ['LN-UNI-15', 'LN-UNI-16'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: [...listUnitWords(Object.keys(FULL)), '每平米', '/平米', '／平米'],
  checkWord({ text, start, end }, wordStart, wordEnd, report) {
    const name = Object.keys(FULL).find((unit) => text.startsWith(unit, wordEnd - unit.length))!;
    const head = wordEnd - name.length;
    if (NOT_AFTER[name]?.test(text.slice(wordEnd, Math.min(end, wordEnd + 4)))) return;
    const isRate = /[每/／]/u.test(text.charAt(wordStart));
    const amount = isRate ? undefined : readAmountBefore(text, start, head);
    if (!isRate && amount === undefined) return;
    if (name === '方' && amount?.scale !== '万' && /^[，。；、）)\s]|^$/u.test(text.slice(wordEnd, wordEnd + 1)))
      return;
    // 土石方8000立方 stands for itself, so does 10平方 of a wire.
    if (name === '平方' && /(?:电缆|导线|线径|截面)[^，。；]{0,8}$/u.test(text.slice(Math.max(start, head - 16), head)))
      return;
    report(head, wordEnd, `“${name}”不是完整的单位名称，建议写作“${FULL[name]}”。`, { replacement: FULL[name]! });
  },
});
