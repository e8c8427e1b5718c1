import { SEVERITY_NAMES } from '@xiuzhi/review';

import type { Mark } from './find-marks.ts';
import { type Highlight, primaryMark, splitText } from './split-text.ts';

/** Text with its findings marked in place (疑点标记) and passing highlights; `offset` is its place in the book. */
export function MarkedText({
  text,
  offset,
  marks,
  highlights,
  selected,
}: {
  text: string;
  offset: number;
  marks: readonly Mark[];
  highlights: readonly Highlight[];
  selected: number | null;
}) {
  if (marks.length === 0 && highlights.length === 0) return text;
  return splitText(offset, offset + text.length, marks, highlights).map((segment) => {
    const words = text.slice(segment.start - offset, segment.end - offset);
    const primary = primaryMark(segment.marks, selected);
    if (!primary && !segment.highlight) return words;
    const names = [
      primary && `finding-mark severity-${primary.severity}`,
      primary?.decided && 'decided',
      primary && primary.seq === selected && 'selected',
      segment.highlight && `lit-${segment.highlight}`,
    ];
    return (
      <span
        key={segment.start}
        className={names.filter(Boolean).join(' ')}
        data-seqs={primary && segment.marks.map((mark) => mark.seq).join(' ')}
        data-mark={primary?.seq}
        data-lit={segment.highlight ?? undefined}
        title={primary && `${SEVERITY_NAMES[primary.severity]}：${primary.title}`}
      >
        {words}
      </span>
    );
  });
}
