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
  if (first.power !== second.power) {
    return Math.abs(first.count - second.count) === 1 &&
      first.count + second.count >= 7 &&
      isDropped(String(first.digits), String(second.digits))
      ? 'dropped'
      : undefined;
  }
  const width = Math.max(first.count, second.count);
  return compareWhole(first.digits * 10 ** (width - first.count), second.digits * 10 ** (width - second.count));
}

/** Two numbers of equally many digits, from the last digit on. */
function compareWhole(a: number, b: number): DigitSlip | undefined {
  let [x, y] = [a, b];
  while (x % 10 === y % 10 && x > 0) [x, y] = [Math.floor(x / 10), Math.floor(y / 10)];
  const [last, other] = [x % 10, y % 10];
  [x, y] = [Math.floor(x / 10), Math.floor(y / 10)];
  if (x === y) return last === other ? undefined : 'digit';
  const isTurned = x % 10 === other && y % 10 === last;
  return isTurned && Math.floor(x / 10) === Math.floor(y / 10) ? 'transposed' : undefined;
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

/** Ten significant digits at most as a whole number without zeros at its end, how many they are, and the power of ten of the first. */
interface Digits {
  readonly digits: number;
  readonly count: number;
  readonly power: number;
}

function readDigits(value: number): Digits {
  // Most figures are whole in their base unit, and need no string.
  const isWhole = Number.isInteger(value) && value < 1e10;
  const [mantissa, exponent] = isWhole ? ['', ''] : (value.toExponential(9).split('e') as [string, string]);
  let digits = isWhole ? value : Number(mantissa.replace('.', ''));
  let zeros = 0;
  for (; digits % 10 === 0 && digits > 0; zeros += 1) digits /= 10;
  let count = 1;
  while (digits >= 10 ** count) count += 1;
  return { digits, count, power: isWhole ? count + zeros - 1 : Number(exponent) };
}

function isDropped(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  for (let at = 0; at < long.length; at += 1) if (long.slice(0, at) + long.slice(at + 1) === short) return true;
  return false;
}

/** Number of significant digits of a value. */
export function countDigits(value: number): number {
  return readDigits(value).count;
}
