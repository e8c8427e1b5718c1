/** What a printed number may stand for (舍入区间): half of its last place to each side. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval of a value printed to `place`. */
export function around({ value, place }: { readonly value: number; readonly place: number }): Interval {
  return { low: value - place / 2, high: value + place / 2 };
}

/** Quotient of two positive intervals. */
export function divide(one: Interval, other: Interval): Interval {
  return { low: one.low / other.high, high: one.high / other.low };
}

/** Product of two positive intervals. */
export function multiply(one: Interval, other: Interval): Interval {
  return { low: one.low * other.low, high: one.high * other.high };
}

/** Difference of two intervals. */
export function subtract(one: Interval, other: Interval): Interval {
  return { low: one.low - other.high, high: one.high - other.low };
}

/** Whether a printed value may be what was computed; cut off instead of rounded is allowed (舍去尾数). */
export function agrees(computed: Interval, printed: { readonly value: number; readonly place: number }): boolean {
  const slack = printed.place * 1.01;
  return computed.low - slack <= printed.value && printed.value <= computed.high + slack;
}

/** Whether a printed multiple may be what was computed: 8 for 8.8 is cut off, 9 for 8.0 is another multiple. */
export function agreesAsTimes(
  computed: Interval,
  printed: { readonly value: number; readonly place: number },
): boolean {
  return computed.low - printed.place <= printed.value && printed.value <= computed.high + printed.place * 0.51;
}
