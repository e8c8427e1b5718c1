import { defineRule } from '../../../rule.ts';

interface Market {
  readonly name: string;
  /** Amount of `legal` in one unit. */
  readonly factor: number;
  readonly legal: string;
}

/** Market and imperial units (市制、英制单位) by the character they end in; factors of norms 4.4. */
const MARKET: Readonly<Record<string, readonly Market[]>> = {
  斤: [
    { name: '市斤', factor: 0.5, legal: '千克' },
    { name: '斤', factor: 0.5, legal: '千克' },
  ],
  里: [
    { name: '华里', factor: 0.5, legal: '千米' },
    { name: '市里', factor: 0.5, legal: '千米' },
    { name: '英里', factor: 1.609344, legal: '千米' },
    { name: '里', factor: 0.5, legal: '千米' },
  ],
  尺: [
    { name: '公尺', factor: 1, legal: '米' },
    { name: '市尺', factor: 1 / 3, legal: '米' },
    { name: '英尺', factor: 0.3048, legal: '米' },
    { name: '尺', factor: 1 / 3, legal: '米' },
  ],
  丈: [{ name: '丈', factor: 10 / 3, legal: '米' }],
  担: [{ name: '担', factor: 50, legal: '千克' }],
  磅: [{ name: '磅', factor: 0.45359237, legal: '千克' }],
  分: [{ name: '公分', factor: 1, legal: '厘米' }],
  升: [
    { name: '公升', factor: 1, legal: '升' },
    { name: '立升', factor: 1, legal: '升' },
  ],
  吨: [{ name: '公吨', factor: 1, legal: '吨' }],
};

const AMOUNT = /(?<![\d.数几])(\d+(?:\.\d+)?)(万|亿)?[多余]?$/u;

/** A market or imperial unit after an Arabic number (非法定计量单位), with its conversion as evidence. */
export const rule = defineRule({
  id: 'units-market',
  family: 'units',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '41',
  title: '市制、英制单位换用法定计量单位',
  summary:
    '阿拉伯数字后的斤、里、尺、丈、担、磅、公分、公尺等建议换用法定计量单位，依据中附换算值。引文和大事记照录旧制的不在此列。换算后的位数由编者定，故不给改法。',
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  on: '斤里尺丈担磅分升吨',
  check({ text, start, end }, at, report) {
    const unit = MARKET[text.charAt(at)]?.find(({ name }) => text.startsWith(name, at + 1 - name.length));
    if (unit === undefined) return;
    const head = at + 1 - unit.name.length;
    const amount = AMOUNT.exec(text.slice(Math.max(start, head - 12), head));
    if (amount === null) return;
    // 300担任 is a verb; a bracket behind the unit already holds the conversion.
    if (at + 1 < end && /[任保当负（(铺店庄河]/u.test(text.charAt(at + 1))) return;
    const scale = amount[2] ?? '';
    const legal = Number((Number(amount[1]) * unit.factor).toPrecision(6));
    report(head - amount[0].length, at + 1, `“${unit.name}”不是法定计量单位，建议换算为${unit.legal}。`, {
      evidence: [{ label: '换算', value: `${amount[1]}${scale}${unit.name}＝${legal}${scale}${unit.legal}` }],
    });
  },
});
