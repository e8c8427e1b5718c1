import type { Alignment } from './alignment.ts';
import { alignTable } from './align-table.ts';
import { findFirst, makeTrack, type Track } from './make-track.ts';
import type { Span } from './read-characters.ts';
import type { Side, SideTable } from './side.ts';

/** Where a followed span stands now; `changed` tells whether its characters differ, white space ignored. */
export interface Place extends Span {
  readonly changed: boolean;
}

/**
 * Follows one span (片段跟踪) from `before` into `after`; null where the passage is gone. For many spans `makeFollower`
 * prepares once.
 */
export function followSpan(alignment: Alignment, before: Side, after: Side, span: Span): Place | null {
  return makeFollower(alignment, before, after)(span);
}

/**
 * Prepares to follow spans from `before` into `after`. What was inserted between characters of a span belongs to it, what
 * was inserted at its edge does not, unless it makes a number another one. Null where the block or table cell is gone; an
 * empty span, changed, where the words alone were taken out of a block that stayed.
 */
export function makeFollower(alignment: Alignment, before: Side, after: Side): (span: Span) => Place | null {
  const starts = Int32Array.from(before.blocks, ({ start }) => start);
  const rowOf = new Int32Array(before.blocks.length).fill(-1);
  alignment.rows.forEach((row, index) => row.before.forEach((block) => (rowOf[block] = index)));
  const tracks = new Map<number, Follow>();
  const trackOf = (row: number): Follow => {
    const known = tracks.get(row);
    if (known) return known;
    const { before: own, after: others } = alignment.rows[row]!;
    const [a, b] = [own.map((block) => before.blocks[block]!), others.map((block) => after.blocks[block]!)];
    const made =
      a.length === 1 && b.length === 1 && a[0]!.table && b[0]!.table
        ? followTable(before.text, a[0]!.table, after.text, b[0]!.table)
        : followTrack(makeTrack(before.text, a, after.text, b));
    tracks.set(row, made);
    return made;
  };
  return (span) => {
    // White space between blocks belongs to the block before it.
    let block = Math.max(0, findFirst(starts, span.start + 1) - 1);
    const places: Span[] = [];
    let isWhole = true;
    for (let isFirst = true; block < starts.length && (isFirst || starts[block]! < span.end); block += 1) {
      const { start, end } = before.blocks[block]!;
      const part = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
      // Begins behind this block and reaches into the next.
      if (isFirst && span.start >= end && span.end > (starts[block + 1] ?? Infinity)) continue;
      isFirst = false;
      const row = alignment.rows[rowOf[block]!];
      const found = row && row.after.length > 0 ? trackOf(rowOf[block]!)(part) : [];
      if (found.length === 0 && part.start < part.end) isWhole = false;
      places.push(...found);
    }
    const place = joinPlaces(places);
    if (!place) return null;
    const [own, other] = [before.text.slice(span.start, span.end), after.text.slice(place.start, place.end)];
    return { ...place, changed: !isWhole || own.replaceAll(/\s+/g, '') !== other.replaceAll(/\s+/g, '') };
  };
}

/** Where the parts of a stretch of one row stand now; none where they are gone. */
type Follow = (span: Span) => Span[];

function followTrack(track: Track): Follow {
  return (span) => [track(span)];
}

function followTable(textA: string, before: SideTable, textB: string, after: SideTable): Follow {
  const partners = alignTable(textA, before, textB, after);
  const ends = Int32Array.from(before.cells, ({ end }) => end);
  const tracks = new Map<number, Track>();
  return (span) => {
    const found: Span[] = [];
    for (let cell = findFirst(ends, span.start); cell < ends.length; cell += 1) {
      const own = before.cells[cell]!;
      if (own.start > span.end || (own.start === span.end && span.end > span.start)) break;
      const partner = after.cells[partners[cell]!];
      // The edge of a neighbouring cell is none of the span.
      if (!partner || (own.end === span.start && span.end > span.start)) continue;
      let track = tracks.get(cell);
      if (!track) tracks.set(cell, (track = makeTrack(textA, [own], textB, [partner])));
      found.push(track({ start: Math.max(own.start, span.start), end: Math.min(own.end, span.end) }));
    }
    return found;
  };
}

/** One span over all parts; where parts were moved away from each other, that of the longest and its neighbours. */
function joinPlaces(places: readonly Span[]): Span | undefined {
  if (places.length === 0) return undefined;
  let longest = 0;
  places.forEach(({ start, end }, index) => {
    if (end - start > places[longest]!.end - places[longest]!.start) longest = index;
  });
  let { start, end } = places[longest]!;
  for (let index = longest + 1; index < places.length && places[index]!.start >= end; index += 1)
    end = places[index]!.end;
  for (let index = longest - 1; index >= 0 && places[index]!.end <= start; index -= 1) start = places[index]!.start;
  return { start, end };
}
