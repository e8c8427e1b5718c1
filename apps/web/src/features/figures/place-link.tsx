import { Link } from 'react-router';

import type { Outputs } from '../../api.ts';

/** A figure of the ledger (台账条目) as the page shows it. */
export type Figure = Outputs['figures']['list']['items'][number];

/** A figure in its own words, which lead to its place in the text (原文). */
export function PlaceLink({ id, row, onLeave }: { id: string; row: Figure; onLeave?: () => void }) {
  return (
    <Link
      to={placeOf(id, row)}
      className="figure-place"
      title={`${row.before}${row.printed}${row.after}　点击在正文中查看`}
      onClick={onLeave}
      data-testid="figure-place"
    >
      <span className="figure-before">
        <bdi dir="ltr">{row.before}</bdi>
      </span>
      <mark>{row.printed}</mark>
      <span className="figure-after">{row.after}</span>
    </Link>
  );
}

/** Address of a figure's place in the text (原文位置). */
export function placeOf(id: string, { start, end }: Figure): string {
  return `/revisions/${id}?at=${start}-${end}`;
}
