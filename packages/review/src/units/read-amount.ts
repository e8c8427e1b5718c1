/** A number in digits that ends at a place: `3.5万余` → 3.5 and 万. */
export interface Amount {
  readonly start: number;
  readonly digits: string;
  readonly scale: string;
}

const AMOUNT = /(?<![\d.．,，数几第]|\d )(\d{1,3}(?:[,， ]\d{3})+(?:\.\d+)?|\d+(?:[.．]\d+)?)([百千万亿])?[多余]?\s?$/u;

/** What a number in digits may end in before its unit. */
const TAILS = [...'0123456789百千万亿多余 '];

/** Reads the number in digits that ends at `end`. */
export function readAmountBefore(text: string, start: number, end: number): Amount | undefined {
  const from = Math.max(start, end - 18);
  const found = AMOUNT.exec(text.slice(from, end));
  if (found === null) return undefined;
  return {
    start: from + found.index,
    digits: found[1]!.replaceAll(/[,， ]/gu, '').replace('．', '.'),
    scale: found[2] ?? '',
  };
}

/** Words for units that stand behind a number in digits: each unit behind each possible last character of the number. */
export function listUnitWords(units: readonly string[]): string[] {
  return units.flatMap((unit) => TAILS.map((tail) => tail + unit));
}

/** Whether the words behind a unit already hold the conversion in brackets. */
export function isConverted(text: string, at: number, end: number): boolean {
  return /^\s?[（(][^）)]{0,20}(?:米|克|公顷|升|吨|千瓦|焦|帕|牛|℃|合)/u.test(text.slice(at, Math.min(end, at + 26)));
}

/** Whether a number is itself the conversion in brackets behind a legal unit: 44.1千瓦（60马力）. */
export function isConversion(text: string, start: number, at: number): boolean {
  return /(?:米|克|公顷|升|吨|千瓦|时|焦|帕|牛)\s?[（(](?:约|合|折|折合|即|相当于)*$/u.test(
    text.slice(Math.max(start, at - 12), at),
  );
}
