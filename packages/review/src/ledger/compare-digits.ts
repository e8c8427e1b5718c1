/** How two printed numbers differ as misprints do (误植形态). */
export type DigitSlip = 'transposed' | 'digit' | 'scale' | 'dropped';

/** Chinese words for it, for the evidence. */
export const SLIP_NAMES: Readonly<Record<DigitSlip, string>> = {
  transposed: '两数相邻数字互换',
  digit: '两数仅一位数字不同',
  scale: '两数相差十倍、百倍或万倍',
  dropped: '两数相差一位数字',
};

/** Reads the slip between two values of one base unit; undefined where they are simply different. */
export function compareDigits(a: number, b: number): DigitSlip | undefined {
  if (a <= 0 || b <= 0) return undefined;
  const ratio = Math.max(a, b) / Math.min(a, b);
  for (const scale of [10, 100, 1000, 10_000]) if (Math.abs(ratio / scale - 1) < 1e-9) return 'scale';
  if (ratio > 95 || !mayBeSlip(a, b)) return undefined;
  const [first, second] = [readDigits(a), readDigits(b)];
  if (Math.abs(first.power - second.power) > 0) {
    return Math.abs(first.digits.length - second.digits.length) === 1 &&
      isDropped(first.digits, second.digits) &&
      first.digits.length + second.digits.length >= 7
      ? 'dropped'
      : undefined;
  }
  const width = Math.max(first.digits.length, second.digits.length);
  const [x, y] = [first.digits.padEnd(width, '0'), second.digits.padEnd(width, '0')];
  const unequal: number[] = [];
  for (let at = 0; at < width; at += 1) if (x[at] !== y[at]) unequal.push(at);
  if (unequal.length === 1) return 'digit';
  const [one, two] = unequal;
  if (unequal.length === 2 && one !== undefined && two === one + 1 && x[one] === y[two] && x[two] === y[one])
    return 'transposed';
  return undefined;
}

/**
 * Cheap look first: one digit or two neighbours changed leave a difference of two significant digits at most; a digit
 * dropped changes the power of ten.
 */
function mayBeSlip(a: number, b: number): boolean {
  const gap = Math.abs(a - b);
  if (Math.floor(Math.log10(a) + 1e-12) !== Math.floor(Math.log10(b) + 1e-12)) return true;
  const steps = gap / 10 ** (Math.floor(Math.log10(gap) + 1e-12) - 1);
  return Math.abs(steps - Math.round(steps)) < 1e-5;
}

/** Significant digits and the power of ten of the first of them. */
function readDigits(value: number): { digits: string; power: number } {
  const [mantissa, exponent] = value.toExponential(9).split('e') as [string, string];
  return { digits: mantissa.replace('.', '').replace(/0+$/u, ''), power: Number(exponent) };
}

function isDropped(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  for (let at = 0; at < long.length; at += 1) if (long.slice(0, at) + long.slice(at + 1) === short) return true;
  return false;
}

/** Number of significant digits of a value. */
export function countDigits(value: number): number {
  return readDigits(value).digits.length;
}
