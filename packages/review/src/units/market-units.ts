/** A unit out of use, with its legal one: `factor` of the legal unit make one. */
export interface OldUnit {
  readonly name: string;
  readonly factor: number;
  readonly legal: string;
  /** Whether the word means nothing else, so that Han numerals before it count as well. */
  readonly plain?: boolean;
}

/** Market and imperial units and those with 公 before a legal name; factors of norms 4.4. */
export const MARKET_UNITS: readonly OldUnit[] = [
  { name: '市里', factor: 0.5, legal: '千米' },
  { name: '华里', factor: 0.5, legal: '千米', plain: true },
  { name: '里', factor: 0.5, legal: '千米' },
  { name: '丈', factor: 10 / 3, legal: '米' },
  { name: '市尺', factor: 1 / 3, legal: '米', plain: true },
  { name: '尺', factor: 1 / 3, legal: '米' },
  { name: '市寸', factor: 10 / 3, legal: '厘米' },
  { name: '寸', factor: 10 / 3, legal: '厘米' },
  { name: '公尺', factor: 1, legal: '米', plain: true },
  { name: '公分', factor: 1, legal: '厘米' },
  { name: '英寸', factor: 2.54, legal: '厘米' },
  { name: '吋', factor: 2.54, legal: '厘米' },
  { name: '英尺', factor: 0.3048, legal: '米', plain: true },
  { name: '呎', factor: 0.3048, legal: '米' },
  { name: '英里', factor: 1.609344, legal: '千米', plain: true },
  { name: '哩', factor: 1.609344, legal: '千米' },
  { name: '公亩', factor: 100, legal: '平方米', plain: true },
  { name: '市亩', factor: 1 / 15, legal: '公顷' },
  { name: '英亩', factor: 0.404686, legal: '公顷', plain: true },
  { name: '公方', factor: 1, legal: '立方米' },
  { name: '公升', factor: 1, legal: '升', plain: true },
  { name: '立升', factor: 1, legal: '升', plain: true },
  { name: '市斤', factor: 0.5, legal: '千克', plain: true },
  { name: '斤', factor: 0.5, legal: '千克' },
  { name: '市担', factor: 50, legal: '千克' },
  { name: '担', factor: 50, legal: '千克' },
  { name: '两', factor: 50, legal: '克' },
  { name: '钱', factor: 5, legal: '克' },
  { name: '公吨', factor: 1, legal: '吨', plain: true },
  { name: '磅', factor: 0.45359237, legal: '千克' },
  { name: '盎司', factor: 28.35, legal: '克' },
  { name: '克拉', factor: 0.2, legal: '克' },
  { name: '加仑', factor: 3.785, legal: '升' },
  { name: '蒲式耳', factor: 35.24, legal: '升' },
];
