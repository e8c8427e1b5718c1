import { readBareNumber, readQuantity, type Quantity } from './read-quantity.ts';
import type { Part } from './read-parts.ts';

const SEPARATOR = /[、，,]|以及|和|及|与/uy;
const MOST = 20;

/** Reads bare numbers after 分别为 (分别列举): `20、30、40人` or `20人、30人和40人`; the last one must carry the unit of all. */
export function readRespective(text: string, at: number, end: number): Part[] {
  const found: Quantity[] = [];
  let place = at;
  while (place < end && found.length < MOST) {
    const quantity = readQuantity(text, place, end) ?? readBareNumber(text, place, end);
    if (quantity === undefined) return [];
    found.push(quantity);
    SEPARATOR.lastIndex = quantity.end;
    const separator = SEPARATOR.exec(text)?.[0] ?? '';
    if (separator === '' || !/\d/u.test(text.charAt(quantity.end + separator.length))) break;
    place = quantity.end + separator.length;
  }
  return withUnit(found);
}

/** A bare number before 5万人 may mean 万 too: only plain numbers take the unit of the last. */
function withUnit(found: readonly Quantity[]): Part[] {
  const last = found[found.length - 1];
  if (last === undefined || last.unit === '' || found.length < 2) return [];
  const fits = found.every(({ unit, scale }) => (unit === '' || unit === last.unit) && scale === last.scale);
  return fits ? found.map((quantity) => ({ label: '', quantity: { ...quantity, unit: last.unit } })) : [];
}
