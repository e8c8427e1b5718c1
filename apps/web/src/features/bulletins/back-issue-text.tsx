import { useEffect, useRef } from 'react';

/** Text of a file, line by line (原文), with the lines that are asked about marked; `line` is brought into view. */
export function BackIssueText({
  text,
  marked,
  line,
}: {
  text: string;
  marked: readonly number[];
  line: number | null;
}) {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (line !== null) pane.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center' });
  }, [line]);
  return (
    <section className="archive-text" aria-label="原文" ref={pane} data-testid="back-issue-text">
      {text.split('\n').map((words, at) => {
        const number = at + 1;
        const look = number === line ? ' shown' : marked.includes(number) ? ' marked' : '';
        return (
          <p key={number} data-line={number} className={`archive-line${look}`}>
            <span className="number">{number}</span>
            <span>{words}</span>
          </p>
        );
      })}
    </section>
  );
}
