import { readHanNumber } from '../calendar/read-han-number.ts';
import { countDecimals, readQuantity, type Quantity } from './read-quantity.ts';

/** What is said of a change (增幅): so many percent, percentage points, times, doublings, or pieces. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly kind: 'percent' | 'points' | 'times' | 'doublings' | 'amount';
  /** Which way the words point: 1 more, -1 less. */
  readonly direction: 1 | -1;
  readonly value: number;
  readonly place: number;
  readonly quantity?: Quantity;
}

const VERB =
  /(?:净?增长率?|净?增加|净增|增幅|增收|减收|多|少|上升|提高|提升|上涨|扩大|增|翻|下降|减少|降低|降幅|降|减|缩小)(?:了|达到|达|为|率为|率|幅度为|幅为)?/uy;
const LESS = /[减降缩少]/u;
const NUMBER = /(\d+(?:\.\d+)?)( ?[%％]|个百分点|百分点|倍)/uy;
const FOLD = /([一二两三四五六七八九\d]+)番/uy;

/** Reads `增长12.5%`, `提高3个百分点`, `增长2倍`, `翻两番`, `增加120人` at `at`; approximate claims are none. */
export function readClaim(text: string, at: number, end: number): Claim | undefined {
  VERB.lastIndex = at;
  const verb = VERB.exec(text)?.[0];
  if (verb === undefined) return undefined;
  const from = at + verb.length;
  const direction = LESS.test(verb) ? -1 : 1;
  FOLD.lastIndex = from;
  const fold = verb.startsWith('翻') ? FOLD.exec(text) : null;
  if (fold !== null) {
    const value = readHanNumber(fold[1]!.replace('两', '二'));
    return value === undefined || /^[多余]/u.test(text.slice(from + fold[0].length))
      ? undefined
      : { start: at, end: from + fold[0].length, kind: 'doublings', direction, value, place: 0 };
  }
  NUMBER.lastIndex = from;
  const found = NUMBER.exec(text);
  if (found !== null) {
    const stop = from + found[0].length;
    if (stop > end || /^(?:多|余|以上|左右|[～—])/u.test(text.slice(stop, stop + 2))) return undefined;
    const kind = found[2]!.endsWith('倍') ? 'times' : found[2]!.endsWith('点') ? 'points' : 'percent';
    return { start: at, end: stop, kind, direction, value: Number(found[1]), place: 10 ** -countDecimals(found[1]!) };
  }
  const quantity = readQuantity(text, from, end);
  if (quantity === undefined || /^[多余]/u.test(text.slice(quantity.end))) return undefined;
  return {
    start: at,
    end: quantity.end,
    kind: 'amount',
    direction,
    value: quantity.value,
    place: quantity.place,
    quantity,
  };
}
