import { readQuantity, type Quantity } from './read-quantity.ts';

/** A named part of a list (分项): 小学 80所. */
export interface Part {
  readonly label: string;
  readonly quantity: Quantity;
}

/** A label of words, a specification before it allowed: 6.3吨冲床. */
const LABEL = /(?=[^、，])(?:\d+(?:\.\d+)?(?:吨|千瓦|马力|千伏|米|寸|升|型|号))?[^\d。；;，,、：:（）()“”\s]{0,14}/uy;
/** Words after which a number is no part of the whole before it: comparisons, shares, means, sequels. */
const NO_PART =
  /比|较|增|减|占|率|均|每|达|超|同期|上年|去年|最|约|近|余|多|其中|等$|累计|为民|改|降|升|余下|剩|亩产|[年月日]$|^(?:完成|实现|上交|上缴|架设|修|建|铺|新|投入|投资|收|支|出动|查|开挖|发放|生产|销售|利|需)/u;

/**
 * Reads `名称 数量、名称 数量 …` of one unit from `at` on, as far as it goes. Gives the parts and where the list stops.
 */
export function readParts(text: string, at: number, end: number, unit: string): { parts: Part[]; stop: number } {
  const parts: Part[] = [];
  let place = at;
  while (place < end) {
    LABEL.lastIndex = place;
    const label = LABEL.exec(text)?.[0];
    if (label === undefined || label === '' || NO_PART.test(label)) break;
    const quantity = readQuantity(text, place + label.length, end);
    if (quantity === undefined || quantity.unit !== unit) break;
    parts.push({ label, quantity });
    place = quantity.end;
    if (!/[、，,和及]/u.test(text.charAt(place))) break;
    place += 1;
  }
  return { parts, stop: place };
}

const NUMBER = /(\d[\d,]*(?:\.\d+)?)([万亿]?)([\u4e00-\u9fff]{0,4})/uy;

/** Reads bare numbers after 分别为: `20、30、40人` or `20人、30人和40人`; the last one must carry the unit of all. */
export function readNumbers(text: string, at: number, end: number): Part[] {
  const starts: number[] = [];
  let place = at;
  while (place < end && starts.length < 20) {
    NUMBER.lastIndex = place;
    const found = NUMBER.exec(text);
    if (found === null) return [];
    starts.push(place);
    const quantity = readQuantity(text, place, end);
    place = quantity?.end ?? place + found[1]!.length + found[2]!.length;
    if (/[、和及]/u.test(text.charAt(place))) place += 1;
    else return quantity === undefined ? [] : withUnit(text, starts, end, quantity.unit);
  }
  return [];
}

function withUnit(text: string, starts: readonly number[], end: number, unit: string): Part[] {
  const parts = starts.flatMap((start) => {
    const printed = readQuantity(text, start, end);
    if (printed !== undefined) return printed.unit === unit ? [{ label: '', quantity: printed }] : [];
    NUMBER.lastIndex = start;
    const digits = NUMBER.exec(text)?.[1] ?? '';
    const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
    // A bare number before 5万人 may mean 万 too: only plain numbers are read.
    const quantity = {
      start,
      end: start + digits.length,
      value: Number(digits.replaceAll(',', '')),
      place: 10 ** -decimals,
      unit,
      scale: '',
    };
    return [{ label: '', quantity }];
  });
  const scales = new Set(parts.map(({ quantity }) => quantity.scale));
  return parts.length === starts.length && parts.length >= 2 && scales.size === 1 ? parts : [];
}
