import path from 'node:path';

import { recordAudit } from '../../db/record-audit.ts';
import type { Caller, House } from '../../http/context.ts';
import type { Upload, UploadRefusal } from '../../http/receive-upload.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import type { ReadItem, ReadProblem } from './read-back-issue.ts';
import type { SeriesRow } from './series.ts';
import { startDraft } from './start-draft.ts';
import { insertItems, placeItems } from './store-items.ts';

const CHILD = path.join(import.meta.dirname, 'read-draft.child.ts');

/** What is asked of whoever drafts: of head and tail nothing, since the series has them. */
const OF_ITEMS = new Set(
  ['item-without-title', 'item-without-body', 'item-without-source', 'doubled-words', 'open-bracket'].concat([
    'line-not-placed',
    'demands-disagree',
    'too-long',
  ]),
);

export interface DraftInput {
  readonly fileName: string;
}

/** The items of a file, or why it is not taken. */
export type DraftRead =
  | { readonly issuedOn: string | null; readonly items: readonly ReadItem[]; readonly problems: readonly ReadProblem[] }
  | { readonly refusal: UploadRefusal };

/** What a file became: the draft, and what in it a person should look at. */
export interface DraftReceipt {
  readonly issueId: string;
  readonly items: number;
  readonly problems: readonly ReadProblem[];
}

/** Makes a draft of a Word file of items (由文件拟稿): read in a child, nothing of the file is kept but its text. */
export async function receiveDraft(
  house: House,
  signedIn: Caller,
  seriesId: string,
  file: Upload,
): Promise<{ readonly answer: DraftReceipt } | { readonly refusal: UploadRefusal }> {
  let read: DraftRead;
  try {
    read = await runChild<DraftRead>(CHILD, {
      input: { fileName: file.fileName } satisfies DraftInput,
      stdin: file.content,
      signal: file.signal,
      timeout: 60_000,
      memory: 384,
    });
  } catch (error) {
    if (!(error instanceof ChildFailure)) throw error;
    return { refusal: { code: 'unreadable', message: '未保存：文件无法读取，可能已损坏或内容过大，请另存后重试。' } };
  }
  if ('refusal' in read) return read;
  const { issuedOn, items } = read;
  return house.db.transaction().execute(async (tx) => {
    // Of the series as it is now: reading took its time.
    const { caller, series, issueId } = await startDraft(tx, signedIn, { seriesId, issuedOn, supplement: false });
    const problems = [...read.problems.filter(({ code }) => OF_ITEMS.has(code)), ...unknownColumns(items, series)];
    const known = items.map((item) => ({
      ...item,
      column: item.column !== null && series.columns.includes(item.column) ? item.column : null,
      source: series.source_line ? item.source : null,
    }));
    await insertItems(tx, issueId, known);
    await placeItems(tx, issueId, series.columns);
    await recordAudit(tx, {
      actor: caller,
      action: 'bulletins.create',
      subject: `bulletin:${issueId}`,
      content: { seriesId, items },
    });
    return { answer: { issueId, items: items.length, problems } };
  });
}

/** Columns of the file that the series does not have: their items stand in none until a person puts them somewhere. */
function unknownColumns(items: readonly ReadItem[], { columns }: SeriesRow): ReadProblem[] {
  const unknown = new Set(items.map(({ column }) => column).filter((column) => column !== null));
  return [...unknown]
    .filter((column) => !columns.includes(column))
    .map((column) => ({
      code: 'column-unknown',
      severity: 'ask',
      message: `该刊物没有“${column}”栏目，其中的信息暂未归入栏目，请选定。`,
    }));
}
