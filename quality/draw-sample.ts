// Draws findings to be judged (抽样), so many at random and the first hundred shown, in an order a seed repeats: node quality/draw-sample.ts [COUNT] [SEED] → JSON lines on
// standard output. Readers see context, marked words, sentence and evidence; the rule and its severity stay out of it.
import path from 'node:path';

import type { Finding } from '@xiuzhi/review';

import { hashFinding, listFirst } from './count-verdicts.ts';
import { reviewText } from './measure-books.ts';

const [count = '200', seed = '4'] = process.argv.slice(2);
const lab = process.env.XIUZHI_LAB ?? path.join(import.meta.dirname, '../../shared/lab');
const AROUND = 90;

const { text, findings } = await reviewText(path.join(lab, 'gazetteers/东明县志（1986-2005）.md'), 'gazetteer');
const random = new Set(shuffle(findings, Number(seed)).slice(0, Number(count)));
const first = new Set(listFirst(findings));
const drawn = shuffle([...new Set([...random, ...first])], Number(seed) + 1);
drawn.forEach((finding, index) => {
  const sets = [random.has(finding) ? 'random' : '', first.has(finding) ? 'first' : ''].filter((set) => set !== '');
  console.log(JSON.stringify({ ...describe(finding, index + 1), sets }));
});

function describe(finding: Finding, number: number) {
  const { start, end, message, evidence, suggestion } = finding;
  return {
    number,
    hash: hashFinding(finding),
    start,
    context: mark(start, end),
    message,
    evidence: evidence
      .slice(0, 8)
      .map(
        ({ label, value, span }) =>
          `${label}：${value ?? ''}${span && far(span.start, start) ? ` …${mark(span.start, span.end)}…` : ''}`,
      ),
    suggestion: suggestion?.replacement ?? null,
  };
}

function far(place: number, from: number): boolean {
  return Math.abs(place - from) > AROUND;
}

function mark(start: number, end: number): string {
  return `${text.slice(Math.max(0, start - AROUND), start)}【【${text.slice(start, end)}】】${text.slice(end, end + AROUND)}`;
}

/** Fisher–Yates with a generator that a seed repeats (mulberry32). */
function shuffle<T>(items: readonly T[], start: number): T[] {
  const shuffled = [...items];
  let state = start;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = roll(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
