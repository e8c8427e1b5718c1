import { Link } from 'react-router';

import type { Line } from './letter-words.ts';

const MOST_LINKS = 12;

/** Where a line stands in the book (原文位置); leads to the desk at that passage, each of several places by its number. */
export function LinePlace({ line, revisionId }: { line: Line; revisionId: string }) {
  const [first, ...others] = line.findings;
  const to =
    first === undefined
      ? `/revisions/${revisionId}?at=${line.start}-${line.end}`
      : `/revisions/${revisionId}?state=all&finding=${first}`;
  return (
    <>
      <Link to={to} title="在审读页查看" data-testid="line-place">
        {line.place || '（文前）'}
      </Link>
      {others.length > 0 && (
        <span className="line-places no-print">
          其余：
          {others.slice(0, MOST_LINKS).map((seq, at) => (
            <Link key={seq} to={`/revisions/${revisionId}?state=all&finding=${seq}`} aria-label={`第${at + 2}处`}>
              {at + 2}
            </Link>
          ))}
          {others.length > MOST_LINKS && '…'}
        </span>
      )}
    </>
  );
}
