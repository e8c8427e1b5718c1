import { diffWords } from '@xiuzhi/align';
import { useMemo } from 'react';

/** Two versions of a text with their words compared (修改痕迹): what went is struck out, what came is underlined. */
export function ItemChanges({ before, after }: { before: string; after: string }) {
  const changes = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <div className="item-changes" data-testid="item-changes">
      {changes.map(({ kind, text }, at) => {
        if (kind === 'removed') return <del key={at}>{text}</del>;
        if (kind === 'added') return <ins key={at}>{text}</ins>;
        return <span key={at}>{text}</span>;
      })}
    </div>
  );
}
