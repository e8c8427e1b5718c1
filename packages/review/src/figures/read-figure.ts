/** A printed number (数字): value, decimals printed, and whether a percent sign follows. */
export interface Figure {
  readonly value: number;
  readonly decimals: number;
}

const NUMBER = /^[-－−]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$|^[-－−]?\d+(?:\.\d+)?$/u;
const BLANK = /^[-－—–―…·/\\×〇\s一]*$/u;

/** Reads a whole cell as a number; undefined where it is anything else, percentages included. */
export function readFigure(text: string): Figure | undefined {
  if (!NUMBER.test(text)) return undefined;
  const plain = text.replace(/[,，]/gu, '').replace(/^[－−]/u, '-');
  const point = plain.indexOf('.');
  return { value: Number(plain), decimals: point < 0 ? 0 : plain.length - point - 1 };
}

/** Whether a cell says “none” or “not known” (空格、—、…): counted as nothing in a sum. */
export function isBlankFigure(text: string): boolean {
  return BLANK.test(text);
}

/** Adds printed numbers without the noise of binary fractions; the result has as many decimals as the finest of them. */
export function addFigures(figures: readonly Figure[]): Figure {
  const decimals = figures.reduce((most, figure) => Math.max(most, figure.decimals), 0);
  const scale = 10 ** decimals;
  const sum = figures.reduce((total, figure) => total + Math.round(figure.value * scale), 0);
  return { value: sum / scale, decimals };
}

/** Prints a computed value without trailing noise: 326, 0.5. */
export function printFigure(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
