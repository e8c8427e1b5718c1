import type { Finding } from '@xiuzhi/review';
import { type RefObject, useEffect, useRef } from 'react';

/** The marks under the text (疑点标记): the same text in the same type, see-through but for its marks. */
export function LiveMarks({
  text,
  findings,
  selected,
  area,
}: {
  text: string;
  findings: readonly Finding[];
  selected: string | null;
  area: RefObject<HTMLTextAreaElement | null>;
}) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const source = area.current;
    const follow = () => {
      if (layer.current && source) layer.current.scrollTop = source.scrollTop;
    };
    follow();
    source?.addEventListener('scroll', follow, { passive: true });
    return () => source?.removeEventListener('scroll', follow);
  }, [area, text]);
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const { id, start, end, severity } of findings) {
    // Two findings on the same words show as one mark; the list has both.
    if (start < at || end > text.length) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark key={id} className={`live-mark mark-${severity}${id === selected ? ' selected' : ''}`}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return (
    <div ref={layer} className="live-text live-marks" aria-hidden="true">
      {pieces}
      {'\n'}
    </div>
  );
}
