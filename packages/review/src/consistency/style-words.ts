import type { HouseStyleId } from '../house-style.ts';

/** Where a word tells a way of writing (写法的标志): the way, or undefined where it stands for something else. */
export interface StyleWord {
  readonly style: HouseStyleId;
  readonly way: (text: string, start: number, end: number) => string | undefined;
}

const DIGITS = '0123456789'.split('');
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d年?$/u;
const NEXT_YEAR = /^(?:1[5-9]|20)\d\d年/u;
const ACCOUNTS = ['目', '户', '簿', '本', '册', '款', '单', '务', '号', '面'];
const BOOKED = [
  '记',
  '结',
  '报',
  '查',
  '入',
  '转',
  '赊',
  '欠',
  '还',
  '算',
  '建',
  '做',
  '台',
  '总',
  '呆',
  '坏',
  '清',
  '会计',
];

/** Every word that tells a way of writing, and what it tells. */
export const STYLE_WORDS: ReadonlyMap<string, readonly StyleWord[]> = gatherWords();

function gatherWords(): Map<string, StyleWord[]> {
  const words = new Map<string, StyleWord[]>();
  const add = (word: string, style: HouseStyleId, way: StyleWord['way'] | string) => {
    const tell = typeof way === 'string' ? () => way : way;
    words.set(word, [...(words.get(word) ?? []), { style, way: tell }]);
  };
  for (const mark of ['—', '～']) {
    for (const before of [...DIGITS, '年']) add(before + mark, 'yearRange', readYearRange);
    for (const before of DIGITS) add(before + mark, 'valueRange', readValueRange);
  }
  for (const digit of DIGITS) {
    add(`${digit},`, 'thousands', (text, start, end) => (isGrouped(text, start, end) ? '千分撇' : undefined));
    add(`${digit} `, 'thousands', (text, start, end) => (isGrouped(text, start, end) ? '千分空' : undefined));
    add(`${digit}%`, 'percentDecimals', readDecimals);
    add(`${digit}‰`, 'permille', '‰');
  }
  add('千分之', 'permille', (text, start) => (/[万亿几]/u.test(text.charAt(start - 1)) ? undefined : '千分之'));
  for (const digit of '二三四五六七八九十') add(`${digit}分之`, 'fraction', readWrittenFraction);
  for (const digit of DIGITS) add(`${digit}/`, 'fraction', readFraction);
  add('平方公里', 'areaUnit', '平方公里');
  add('平方千米', 'areaUnit', '平方千米');
  for (const digit of DIGITS) {
    add(`${digit}公里`, 'lengthUnit', '公里');
    add(`${digit}千米`, 'lengthUnit', '千米');
    add(`${digit}公斤`, 'massUnit', '公斤');
    add(`${digit}千克`, 'massUnit', '千克');
  }
  add('地区生产总值', 'product', readProduct);
  add('GDP', 'product', readProduct);
  add('其他', 'other', '其他');
  add('其它', 'other', '其它');
  for (const letter of ['账', '帐']) {
    for (const after of ACCOUNTS) add(letter + after, 'account', letter);
    for (const before of BOOKED) add(before + letter, 'account', letter);
  }
  for (const form of ['县（市、区）', '县（区、市）', '市（县、区）', '区（市）县', '县市区', '市县区', '区市县']) {
    add(form, 'counties', (text, start) =>
      /[一-龥]{2}[省市州]$/u.test(text.slice(Math.max(0, start - 3), start)) ? undefined : form,
    );
  }
  for (const [open, close, marker] of ['【】【】', '[][ ]', '〔〕〔〕'].map(
    (marks) => [marks.charAt(0), marks.charAt(1), marks.slice(2)] as const,
  )) {
    for (const name of ['概况', '综述', '概述', '综合', '基本情况']) {
      add(open + name + close, 'overview', name);
      add(open + name + close, 'entryMarker', marker);
    }
  }
  return words;
}

function readYearRange(text: string, start: number, end: number): string | undefined {
  // Most ranges are none of years, and a look at one place tells so.
  if (text[end + 4] !== '年' || !isDigitAt(text, end)) return undefined;
  if (!NEXT_YEAR.test(text.slice(end, end + 5))) return undefined;
  return YEAR.test(text.slice(Math.max(0, start - 4), start + 1)) ? text.charAt(end - 1) : undefined;
}

/** Behind a figure: it tells a time, as most ranges do. */
const TIMES = '年月日';

function skipFigure(text: string, start: number): number {
  let at = start;
  while (isDigitAt(text, at) || text.charCodeAt(at) === POINT) at += 1;
  return at;
}

/** A range of values: 25～30千克; neither years nor numbers of documents and standards. */
function readValueRange(text: string, start: number, end: number): string | undefined {
  if (!isDigitAt(text, end) || TIMES.includes(text.charAt(skipFigure(text, end)))) return undefined;
  const left = /(?<![\dA-Za-z/\-.表图第—])\d+(?:\.\d+)?$/u.exec(text.slice(Math.max(0, start - 8), start + 1))?.[0];
  const right = /^(\d+(?:\.\d+)?)(?!年|[月日时分号页\d.]|世纪|届|期)(?![一二三四五六七八九])[%‰℃°\u4e00-\u9fff]/u.exec(
    text.slice(end, end + 10),
  )?.[1];
  if (left === undefined || right === undefined || Number(left) >= Number(right)) return undefined;
  return left.length === 4 && right.length === 4 ? undefined : text.charAt(end - 1);
}

/** 2/3 of something: neither a date, a route nor a unit. */
function readFraction(text: string, start: number, end: number): string | undefined {
  if (
    !isDigitAt(text, end) ||
    /[\dA-Za-z/.\-～—]/u.test(text.charAt(start - 1)) ||
    !/^[1-9]\d?(?![\d/A-Za-z.-])/u.test(text.slice(end, end + 3))
  )
    return undefined;
  return Number(text[start]) < Number.parseInt(text.slice(end, end + 2), 10) ? '1/3' : undefined;
}

function readWrittenFraction(text: string, start: number, end: number): string | undefined {
  if (/[一二三四五六七八九十百千万]/u.test(text.charAt(start - 1))) return undefined;
  return /[一二三四五六七八九]/u.test(text.charAt(end)) ? '三分之一' : undefined;
}

function isGrouped(text: string, start: number, end: number): boolean {
  for (let at = end; at < end + 3; at += 1) if (!isDigitAt(text, at)) return false;
  if (isDigitAt(text, end + 3)) return false;
  return /(?<![\d.,])[1-9]\d{0,2}$/u.test(text.slice(Math.max(0, start - 4), start + 1));
}

const DECIMALS = ['整数', '一位小数', '两位小数'] as const;

/** How far back a number is read. */
const REACH = 9;

function readDecimals(text: string, start: number): string | undefined {
  const from = Math.max(0, start - REACH);
  let at = skipDigitsBack(text, start, from);
  if (at < from || text.charCodeAt(at) !== POINT) return DECIMALS[0];
  const decimals = start - at;
  if (at === from || !isDigitAt(text, at - 1)) return undefined;
  at = skipDigitsBack(text, at - 1, from);
  return at >= from && text.charCodeAt(at) === POINT ? undefined : DECIMALS[decimals];
}

const POINT = 0x2e;

function skipDigitsBack(text: string, start: number, from: number): number {
  let at = start;
  while (at >= from && isDigitAt(text, at)) at -= 1;
  return at;
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** 单位GDP能耗 and 人均GDP are names of indicators of their own. */
function readProduct(text: string, start: number, end: number): string | undefined {
  if (/[A-Za-z（(]/u.test(text.charAt(start - 1)) || /[A-Za-z）)]/u.test(text.charAt(end))) return undefined;
  if (/(?:单位|人均|绿色|万元|每万元|占)$/u.test(text.slice(Math.max(0, start - 3), start))) return undefined;
  return text.startsWith('GDP', start) ? 'GDP' : '地区生产总值';
}
