import type { Tx } from '../../db/open-database.ts';
import type { Caller } from '../../http/context.ts';
import { saveFacts } from './facts.ts';
import type { ReadHead, ReadItem } from './read-back-issue.ts';
import type { SeriesRow } from './series.ts';
import { insertItems } from './store-items.ts';
import { insertBackIssue } from './store.ts';

/**
 * Keeps what was read of a file as an issue that was signed long ago (往期入库), with its items and their facts; its id, or
 * null where the series has its number already. The series is locked.
 */
export async function keepIssue(
  tx: Tx,
  caller: Caller,
  issue: {
    readonly series: SeriesRow;
    readonly head: ReadHead;
    readonly items: readonly ReadItem[];
    readonly original: { readonly name: string; readonly sha256: Buffer };
  },
): Promise<string | null> {
  const { series, head, items, original } = issue;
  const id = await insertBackIssue(tx, {
    seriesId: series.id,
    seriesName: head.series ?? series.name,
    supplement: head.supplement,
    year: head.year,
    number: head.number,
    total: head.total,
    issuer: head.issuer ?? series.issuer,
    issuedOn: head.issuedOn,
    disclosure: head.disclosure,
    recipients: head.recipients,
    printedBy: head.printedBy ?? '',
    printedOn: head.printedOn,
    copies: head.copies,
    createdBy: caller.personId,
    original,
  });
  if (!id) return null;
  await insertItems(tx, id, items);
  await saveFacts(tx, id);
  return id;
}
