import type { Span } from '../finding.ts';

/** How alike two passages are (文字相似度). */
export interface Wording {
  /** Han characters of the shorter. */
  readonly length: number;
  /** Share of the three-character runs they have in common, of the longer (0 to 1). */
  readonly alike: number;
  /** Printed numbers of the shorter, and those of them that the other has too. */
  readonly figures: number;
  readonly sameFigures: number;
  readonly isVerbatim: boolean;
}

const NUMBER = /\d+(?:\.\d+)?/gu;

/** Compares two passages by their runs of three Han characters, figures and marks left out; undefined where one is empty. */
export function compareWording(text: string, one: Span, other: string, two: Span): Wording | undefined {
  const first = text.slice(one.start, one.end);
  const second = other.slice(two.start, two.end);
  const a = first.replace(/[^\u4e00-\u9fff]+/gu, '');
  const b = second.replace(/[^\u4e00-\u9fff]+/gu, '');
  if (a.length < 3 || b.length < 3) return undefined;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= a.length; at += 1) {
    const run = a.slice(at, at + 3);
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 3 <= b.length; at += 1) {
    const run = b.slice(at, at + 3);
    const left = counts.get(run) ?? 0;
    if (left === 0) continue;
    counts.set(run, left - 1);
    shared += 1;
  }
  const numbers = first.match(NUMBER) ?? [];
  const others = second.match(NUMBER) ?? [];
  const [few, many] = numbers.length <= others.length ? [numbers, others] : [others, numbers];
  const pool = [...many];
  let sameFigures = 0;
  for (const number of few) {
    const at = pool.indexOf(number);
    if (at < 0) continue;
    pool.splice(at, 1);
    sameFigures += 1;
  }
  return {
    length: Math.min(a.length, b.length),
    alike: shared / (Math.max(a.length, b.length) - 2),
    figures: many.length,
    sameFigures,
    isVerbatim: first === second,
  };
}
