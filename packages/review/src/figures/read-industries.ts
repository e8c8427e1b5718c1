import type { Part } from './read-parts.ts';
import { readQuantity, type Quantity } from './read-quantity.ts';

const GROSS = /生产总值(?:[（(]GDP[）)])?[^\d。；，,、]{0,8}(?=\d)/gu;
const INDUSTRY = ['第一产业', '第二产业', '第三产业'] as const;
/** Growth, shares and remarks may stand between one industry and the next: 26.4亿元，增长4.2%；第二产业…… */
const MOST_BETWEEN = 120;
const MOST_BEFORE = 120;

/**
 * Reads the three industries (三次产业) from 第一产业 at `at` on, with the gross product before it: whatever is said of
 * each in between, the three make the whole. Undefined where one of the four is not printed, or in another unit.
 */
export function readIndustries(
  text: string,
  start: number,
  at: number,
  end: number,
): { total: Quantity; parts: Part[] } | undefined {
  const total = readGross(text, Math.max(start, at - MOST_BEFORE), at, end);
  if (total === undefined) return undefined;
  const parts: Part[] = [];
  let place = at;
  for (const industry of INDUSTRY) {
    const found = text.indexOf(industry, place);
    if (found < 0 || found > place + MOST_BETWEEN || found >= end) return undefined;
    const label = /^(?:实现|完成)?增加值[^\d。；，,、]{0,4}/u.exec(text.slice(found + 4, Math.min(end, found + 20)));
    if (label === null) return undefined;
    const quantity = readQuantity(text, found + 4 + label[0].length, end);
    if (quantity?.unit !== total.unit) return undefined;
    parts.push({ label: industry, quantity });
    place = quantity.end;
  }
  return { total, parts };
}

/** The last gross product printed before `at`. */
function readGross(text: string, from: number, at: number, end: number): Quantity | undefined {
  const last = [...text.slice(from, at).matchAll(GROSS)].pop();
  return last && readQuantity(text, from + last.index + last[0].length, end);
}
