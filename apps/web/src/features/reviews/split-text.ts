import type { Mark } from './find-marks.ts';

/** Highlight (高亮): an opinion of a person, and passing ones: a search hit, the current one, a place evidence points to. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly kind: 'opinion' | 'hit' | 'current' | 'place';
}

/** Run of text under the same marks and highlight. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly highlight: Highlight['kind'] | null;
}

const RANK = { opinion: 0, hit: 1, place: 2, current: 3 } as const;

/** Cuts `[start, end)` where a mark or highlight begins or ends; overlapping ones share segments. */
export function splitText(
  start: number,
  end: number,
  marks: readonly Mark[],
  highlights: readonly Highlight[],
): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const lit = highlights.filter((highlight) => highlight.start < end && highlight.end > start);
  const cuts = new Set([start, end]);
  for (const span of [...inside, ...lit]) {
    if (span.start > start) cuts.add(span.start);
    if (span.end < end) cuts.add(span.end);
  }
  const places = Array.from(cuts).sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let at = 0; at + 1 < places.length; at++) {
    const from = places[at]!;
    const to = places[at + 1]!;
    let highlight: Highlight['kind'] | null = null;
    for (const span of lit) {
      if (span.start <= from && span.end >= to && (highlight === null || RANK[span.kind] > RANK[highlight])) {
        highlight = span.kind;
      }
    }
    segments.push({
      start: from,
      end: to,
      marks: inside.filter((mark) => mark.start <= from && mark.end >= to),
      highlight,
    });
  }
  return segments;
}

/** The mark a segment is drawn and clicked as: the selected one, else an undecided one, else the shortest. */
export function primaryMark(marks: readonly Mark[], selected: number | null): Mark | undefined {
  return (
    marks.find((mark) => mark.seq === selected) ??
    marks
      .slice()
      .sort((a, b) => Number(a.decided) - Number(b.decided) || a.end - a.start - (b.end - b.start) || a.seq - b.seq)[0]
  );
}
