import type { SourceMap, SourcePart } from './source-map.ts';

const WIDTH = 5;
const PARTS: readonly SourcePart[] = ['text', 'document', 'footnotes', 'endnotes'];

/** Finds places of the file in the logical text (偏移映射), the way back from what `SourceMap.toSource` answers. */
export class LogicalPlaces {
  private readonly segments: Int32Array;
  /** Segment numbers by part, paragraph and offset. */
  private readonly order: Int32Array;

  constructor(sources: SourceMap) {
    const { segments } = sources;
    this.segments = segments;
    this.order = Int32Array.from({ length: segments.length / WIDTH }, (_, index) => index).sort(
      (a, b) =>
        this.field(a, 2) - this.field(b, 2) ||
        this.field(a, 3) - this.field(b, 3) ||
        this.field(a, 4) - this.field(b, 4),
    );
  }

  /** Logical span from one place of a part to another; text that was not taken is a point beside what was. */
  spanOf(
    part: SourcePart,
    from: { readonly paragraph: number; readonly offset: number },
    to: { readonly paragraph: number; readonly offset: number },
  ): { start: number; end: number } {
    const start = this.pointOf(part, from.paragraph, from.offset);
    const isPoint = from.paragraph === to.paragraph && from.offset === to.offset;
    // The end belongs to the character before it: the next one may stand elsewhere.
    const end = isPoint
      ? start
      : this.pointOf(part, to.paragraph, Math.max(to.offset - 1, 0)) + (to.offset > 0 ? 1 : 0);
    return { start, end: Math.max(start, Math.min(end, this.lastEnd(part, to.paragraph, start))) };
  }

  private field(index: number, field: number): number {
    return this.segments[index * WIDTH + field]!;
  }

  private pointOf(part: SourcePart, paragraph: number, offset: number): number {
    const segment = this.lastAtOrBefore(part, paragraph, offset);
    if (segment < 0) return 0;
    const length = this.field(segment, 1);
    const isInside = this.field(segment, 3) === paragraph && this.field(segment, 2) === PARTS.indexOf(part);
    const into = isInside ? Math.min(offset - this.field(segment, 4), length) : length;
    return this.field(segment, 0) + into;
  }

  /** No span reaches beyond the text of its last paragraph. */
  private lastEnd(part: SourcePart, paragraph: number, least: number): number {
    const segment = this.lastAtOrBefore(part, paragraph, Number.MAX_SAFE_INTEGER);
    return segment < 0 ? least : Math.max(least, this.field(segment, 0) + this.field(segment, 1));
  }

  private lastAtOrBefore(part: SourcePart, paragraph: number, offset: number): number {
    const code = PARTS.indexOf(part);
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const index = this.order[middle]!;
      const difference =
        this.field(index, 2) - code || this.field(index, 3) - paragraph || this.field(index, 4) - offset;
      if (difference <= 0) low = middle + 1;
      else high = middle;
    }
    const found = low > 0 ? this.order[low - 1]! : -1;
    return found >= 0 && this.field(found, 2) === code ? found : -1;
  }
}
