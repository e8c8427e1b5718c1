import type { Finding } from '@xiuzhi/review';
import type { RefObject, TextareaHTMLAttributes } from 'react';

import './live-area.css';
import { LiveMarks } from './live-marks.tsx';

/** Beyond this the marks under the text would be slower than the typing. */
const MOST_MARKED = 60_000;

/**
 * Text area with its findings marked under the words (随写随审的文本框). It fills what it stands in and scrolls there, or
 * `grows` with its text and never scrolls.
 */
export function LiveArea({
  text,
  findings,
  selected,
  area,
  grows = false,
  onWrite,
  ...more
}: {
  text: string;
  findings: readonly Finding[];
  /** Id of the finding that is looked at. */
  selected: string | null;
  area: RefObject<HTMLTextAreaElement | null>;
  grows?: boolean;
  onWrite: (text: string) => void;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'className'>) {
  const isMarked = text.length <= MOST_MARKED;
  return (
    <div className={`live-area${grows ? ' live-grows' : ''}`}>
      {(isMarked || grows) && (
        <LiveMarks text={text} findings={isMarked ? findings : []} selected={selected} area={area} />
      )}
      <textarea
        ref={area}
        spellCheck={false}
        {...more}
        className="live-text"
        value={text}
        onChange={(event) => onWrite(event.target.value)}
      />
    </div>
  );
}
