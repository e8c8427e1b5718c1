import { defineRule } from '../../../rule.ts';
import type { OldUnit } from '../../../units/market-units.ts';
import { isConversion, isConverted, listUnitWords, readAmountBefore } from '../../../units/read-amount.ts';

/** Factors of norms 4.4; 0 where the conversion is not a product. */
const UNITS: readonly OldUnit[] = [
  { name: '公斤力', factor: 9.80665, legal: '牛' },
  { name: '千克力', factor: 9.80665, legal: '牛' },
  { name: '个大气压', factor: 101.325, legal: '千帕' },
  { name: '大气压', factor: 101.325, legal: '千帕' },
  { name: '个标准大气压', factor: 101.325, legal: '千帕' },
  { name: '标准大气压', factor: 101.325, legal: '千帕' },
  { name: '个工程大气压', factor: 98.0665, legal: '千帕' },
  { name: '工程大气压', factor: 98.0665, legal: '千帕' },
  { name: '毫米汞柱', factor: 0.133322, legal: '千帕' },
  { name: '大卡', factor: 4.1868, legal: '千焦' },
  { name: '千卡', factor: 4.1868, legal: '千焦' },
  { name: '卡路里', factor: 4.1868, legal: '焦' },
  { name: '卡', factor: 4.1868, legal: '焦' },
  { name: '匹马力', factor: 0.735499, legal: '千瓦' },
  { name: '马力', factor: 0.735499, legal: '千瓦' },
  { name: '道尔顿', factor: 1, legal: '原子质量单位' },
  { name: '尔格', factor: 1e-7, legal: '焦' },
  { name: '达因', factor: 1e-5, legal: '牛' },
  { name: '高斯', factor: 1e-4, legal: '特' },
  { name: '奥斯特', factor: 79.578, legal: '安/米' },
  { name: '麦克斯韦', factor: 1e-8, legal: '韦' },
  { name: '度电', factor: 1, legal: '千瓦时' },
  { name: '度', factor: 1, legal: '千瓦时' },
  { name: 'ppm', factor: 0, legal: '毫克/千克或毫克/升' },
  { name: 'PPM', factor: 0, legal: '毫克/千克或毫克/升' },
  { name: 'rpm', factor: 0, legal: '转每分' },
  { name: 'RPM', factor: 0, legal: '转每分' },
  { name: '转/分', factor: 0, legal: '转每分（r/min）' },
  { name: '转／分', factor: 0, legal: '转每分（r/min）' },
  { name: '华氏度', factor: 0, legal: '摄氏度' },
  { name: '℉', factor: 0, legal: '摄氏度' },
];
const BY_LENGTH = [...UNITS].sort((a, b) => b.name.length - a.name.length);

/** Words that need no digits before them. */
const BARE = ['每度电', '华氏'];

/** What makes 度 a measure of electricity: 用电量达300万度. */
const ELECTRIC = /(?:[用发耗供节售购输]电|电[量力能费]|电站)[^。；]{0,14}$/u;

const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  大气压: /^[力强]/u,
  个大气压: /^[力强]/u,
  卡: /^(?![，。；、/／）)每]|$)/u,
  度: /^[假期角C℃以]/u,
  高斯: /^[分定模]/u,
  毫米汞柱: /^(?=.{0,6}血压)/u,
};

/** A unit of force, pressure, heat or power out of use (停用的力、压力、热、功率单位). */
export const rule = defineRule({
  id: 'units-industrial',
  family: 'units',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '41',
  title: '马力、大卡、大气压等换用法定计量单位',
  summary:
    '数字后的公斤力、大气压、毫米汞柱、卡、大卡、马力、度（电）、华氏度、ppm、rpm、转/分、高斯、达因、尔格、道尔顿等建议换用法定计量单位，依据中附换算值。',
  why: '这些单位已停止使用，产品功率、用电量等须用千瓦、千瓦时等法定单位，才能与统计数字对照。',
  silent: '引文、照录的文献和大事记不报；血压用毫米汞柱的不报；已括注法定单位的不报；角度、温度、烈度的“度”不报。',
  covers: [
    'LN-UNI-27',
    'LN-UNI-28',
    'LN-UNI-29',
    'LN-UNI-30',
    'LN-UNI-31',
    'LN-UNI-32',
    'LN-UNI-33',
    'LN-UNI-34',
    'LN-UNI-35',
    'LN-UNI-36',
    'LN-UNI-38',
    'LN-UNI-39',
    'LN-UNI-40',
  ],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: [...listUnitWords(UNITS.map(({ name }) => name)), ...BARE],
  checkWord({ text, start, end }, wordStart, wordEnd, report) {
    const word = text.slice(wordStart, wordEnd);
    if (word === '华氏') {
      report(wordStart, wordEnd, '华氏度不是法定计量单位，建议换算为摄氏度。');
      return;
    }
    if (word === '每度电') {
      report(wordStart + 1, wordEnd, '“度”不是法定计量单位，建议改用千瓦时。');
      return;
    }
    const unit = BY_LENGTH.find(({ name }) => text.startsWith(name, wordEnd - name.length))!;
    const amount = readAmountBefore(text, start, wordEnd - unit.name.length);
    if (amount === undefined || isConverted(text, wordEnd, end) || isConversion(text, start, amount.start)) return;
    if (NOT_AFTER[unit.name]?.test(text.slice(wordEnd, Math.min(end, wordEnd + 8)))) return;
    const before = text.slice(Math.max(start, amount.start - 24), amount.start);
    if (unit.name === '卡' && !/热|能量|营养|膳食/u.test(before)) return;
    if (unit.name === '度' && !ELECTRIC.test(before)) return;
    if (unit.name === '毫米汞柱' && /血压|收缩压|舒张压/u.test(before)) return;
    const converted = Number((Number(amount.digits) * unit.factor).toPrecision(6));
    report(amount.start, wordEnd, `“${unit.name}”不是法定计量单位，建议换用${unit.legal}。`, {
      evidence:
        unit.factor === 0
          ? []
          : [
              {
                label: '换算',
                value: `${amount.digits}${amount.scale}${unit.name}＝${converted}${amount.scale}${unit.legal}`,
              },
            ],
    });
  },
});
