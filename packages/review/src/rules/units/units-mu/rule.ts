import { defineRule } from '../../../rule.ts';

const AMOUNT = /(?<![\d.数几])(\d+(?:\.\d+)?)(万|亿)?[多余]?$/u;

/** Area in 亩 without hectares beside it (面积用“亩”未括注公顷). */
export const rule = defineRule({
  id: 'units-mu',
  family: 'units',
  severity: 'info',
  norm: 'error-criteria-2005',
  clause: '48',
  title: '“亩”括注公顷',
  summary: '面积用“亩”的，小面积可以保留并括注公顷，大面积用公顷、平方千米。依据中附换算值；“亩产”“亩均”不在此列。',
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  on: '亩',
  check({ text, start, end }, at, report) {
    const amount = AMOUNT.exec(text.slice(Math.max(start, at - 12), at));
    if (amount === null) return;
    if (/^[（(][^）)]*(?:公顷|平方)/u.test(text.slice(at + 1, Math.min(end, at + 16)))) return;
    const scale = amount[2] ?? '';
    const hectares = Number((Number(amount[1]) / 15).toPrecision(6));
    report(at - amount[0].length, at + 1, '面积用“亩”，建议换算或括注公顷。', {
      evidence: [{ label: '换算', value: `${amount[1]}${scale}亩＝${hectares}${scale}公顷` }],
    });
  },
});
