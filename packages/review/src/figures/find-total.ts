import { isApproximate, isSameUnit, readQuantity, type Quantity } from './read-quantity.ts';

/** How far before its parts a total may stand. */
const REACH = 130;
/** A number of the same unit that is a change or a base, not a whole. */
const CHANGE =
  /(?:比|较|增加|减少|增长|净增|(?<!新)增|减|多|少|上年|同期|去年|[（(]|[比较](?:1[89]|20)\d\d年)[^\d。；，）)]{0,8}$/u;

/** The whole that a list belongs to (合计), and the other quantities of the same unit before it. */
export interface Whole {
  readonly total: Quantity;
  readonly others: readonly Quantity[];
  /** Those among them that are neither a change nor in brackets: the list may be of several of them. */
  readonly rivals: readonly Quantity[];
}

/** The last quantity of `unit` printed before `at`, in this sentence or the one before where the list opens a sentence. */
export function findTotal(text: string, start: number, at: number, unit: string): Whole | undefined {
  const from = findSentence(text, Math.max(start, at - REACH), at);
  const found = readQuantities(text, from, at).filter(
    (quantity) => isSameUnit(quantity.unit, unit) || quantity.also?.includes(unit),
  );
  const own = found.filter(({ start: place }) => !CHANGE.test(text.slice(Math.max(from, place - 10), place)));
  const total = own.pop();
  if (total === undefined || isApproximate(text, total)) return undefined;
  return { total, others: found.filter((quantity) => quantity !== total), rivals: own };
}

/** Every quantity with a unit in `[from, to)`, in text order. */
export function readQuantities(text: string, from: number, to: number): Quantity[] {
  const quantities: Quantity[] = [];
  for (let at = from; at < to; at += 1) {
    if (!isDigit(text.charCodeAt(at)) || goesOn(text.charCodeAt(at - 1))) continue;
    const quantity = readQuantity(text, at, to);
    if (quantity !== undefined) quantities.push(quantity);
    at = (quantity?.end ?? skipDigits(text, at)) - 1;
  }
  return quantities;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Behind a digit, a letter, one of . , ～ — - － and 第 no number of its own begins. */
function goesOn(code: number): boolean {
  return (
    isDigit(code) ||
    code === 0x2e ||
    code === 0x2c ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0xff5e ||
    code === 0x2014 ||
    code === 0x2d ||
    code === 0xff0d ||
    code === 0x7b2c
  );
}

function skipDigits(text: string, at: number): number {
  let place = at;
  for (;;) {
    const code = text.charCodeAt(place);
    if (!isDigit(code) && code !== 0x2e && code !== 0x2c) break;
    place += 1;
  }
  return Math.max(place, at + 1);
}

/** Where the sentence before `at` begins; one more sentence back where `at` opens one. */
function findSentence(text: string, from: number, at: number): number {
  const before = /[。！？\s]$/u.test(text.slice(from, at)) ? at - 1 : at;
  return Math.max(from, text.lastIndexOf('。', before - 1) + 1);
}
