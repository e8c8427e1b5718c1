/** A printed number (数字): value, decimals printed, and whether a percent sign follows. */
export interface Figure {
  readonly value: number;
  readonly decimals: number;
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
