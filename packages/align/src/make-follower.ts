import type { Alignment } from './alignment.ts';
import { alignTable } from './align-table.ts';
import { findFirst, makeTrack, type Track } from './make-track.ts';
import type { Span } from './read-characters.ts';
import type { Side, SideBlock, SideTable } from './side.ts';

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
      a.length === 1 && b.length === 1
        ? followBlock(a[0]!, b[0]!)
        : followTrack(makeTrack(before.text, a, after.text, b));
    tracks.set(row, made);
    return made;
  };
  return (asked) => {
    const span = takeWhole(before.text, asked);
    const own = before.text.slice(span.start, span.end);
    const lead = own.length - own.trimStart().length;
    // White space at the edges comes along at the end, or else would belong to blocks it does not touch.
    const core = { start: span.start + (own.length > lead ? lead : 0), end: span.start + own.trimEnd().length };
    const place = joinPlaces(followBlocks(core));
    if (!place) return null;
    const { start, end } = stretchOverSpaces(own, after.text, place);
    const other = after.text.slice(start, end);
    return { start, end, changed: own.replaceAll(/\s+/g, '') !== other.replaceAll(/\s+/g, '') };
  };

  function followBlocks({ start, end }: Span): Span[] {
    const places: Span[] = [];
    // A place between blocks belongs to the block before it.
    const first = Math.max(0, findFirst(starts, start + 1) - 1);
    for (let block = first; block < starts.length && (block === first || starts[block]! < end); block += 1) {
      const own = before.blocks[block]!;
      const row = rowOf[block]!;
      if (row < 0 || alignment.rows[row]!.after.length === 0) continue;
      const part = { start: Math.min(own.end, Math.max(own.start, start)), end: Math.min(own.end, end) };
      for (const place of trackOf(row)(part)) places.push(place);
    }
    return places;
  }

  function followBlock(a: SideBlock, b: SideBlock): Follow {
    const isSame = before.text.slice(a.start, a.end) === after.text.slice(b.start, b.end);
    if (a.table && b.table && !isSame) return followTable(before.text, a.table, after.text, b.table);
    return followTrack(followStretch(before.text, a, after.text, b));
  }
}

/** Half a character at an edge is taken whole. */
function takeWhole(text: string, { start, end }: Span): Span {
  const isTorn = (at: number) => at > 0 && at < text.length && text.codePointAt(at - 1)! > 0xffff;
  return { start: isTorn(start) ? start - 1 : start, end: isTorn(end) ? end + 1 : end };
}

/** Takes in the white space at the edges of a span, where the same stands at the edges of its place. */
function stretchOverSpaces(own: string, text: string, { start, end }: Span): Span {
  const lead = own.slice(0, own.length - own.trimStart().length);
  const trail = own.slice(own.trimEnd().length);
  if (lead === own) return { start, end: text.startsWith(own, end) ? end + own.length : end };
  return {
    start: text.endsWith(lead, start) ? start - lead.length : start,
    end: text.startsWith(trail, end) ? end + trail.length : end,
  };
}

/** Where the parts of a stretch of one row stand now; none where they are gone. */
type Follow = (span: Span) => Span[];

function followTrack(track: Track): Follow {
  return (span) => [track(span)];
}

/** A track from one stretch to one other; of equal ones nothing needs to be compared. */
function followStretch(textA: string, a: Span, textB: string, b: Span): Track {
  const shift = b.start - a.start;
  const isSame = textA.slice(a.start, a.end) === textB.slice(b.start, b.end);
  return isSame ? ({ start, end }) => ({ start: start + shift, end: end + shift }) : makeTrack(textA, [a], textB, [b]);
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
      const part = { start: Math.max(own.start, span.start), end: Math.min(own.end, span.end) };
      let track = tracks.get(cell);
      if (!track) tracks.set(cell, (track = followStretch(textA, own, textB, partner)));
      found.push(track(part));
    }
    return found;
  };
}

/** One span over all parts; where parts were moved away from each other, that of the longest and its neighbours. */
function joinPlaces(all: readonly Span[]): Span | undefined {
  // Where nothing is left of a part it does not draw the span out, unless nothing is left of any.
  const filled = all.filter(({ start, end }) => end > start);
  const places = filled.length > 0 ? filled : all.slice(0, 1);
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
