import { diffWords } from '@xiuzhi/align';
import { useMemo } from 'react';

/** Two texts with their words compared (词级比对): what went is struck, what came is underlined; null where all went. */
export function DiffText({ before, after }: { before: string; after: string | null }) {
  const changes = useMemo(() => (after === null ? null : diffWords(before, after)), [before, after]);
  if (changes === null) {
    return (
      <p className="diff">
        <del>{printCells(before)}</del>
        <span className="muted">　（新稿中没有这段文字）</span>
      </p>
    );
  }
  return (
    <p className="diff">
      {changes.map(({ kind, text }, at) => {
        if (kind === 'removed') return <del key={at}>{printCells(text)}</del>;
        if (kind === 'added') return <ins key={at}>{printCells(text)}</ins>;
        return <span key={at}>{printCells(text)}</span>;
      })}
    </p>
  );
}

/** Cells of a table row stand side by side. */
function printCells(text: string): string {
  return text.replaceAll('\t', ' ｜ ');
}
