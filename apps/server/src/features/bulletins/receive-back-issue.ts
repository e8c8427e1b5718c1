import path from 'node:path';

import type { Caller, House } from '../../http/context.ts';
import { recordAudit } from '../../db/record-audit.ts';
import type { Upload, UploadRefusal } from '../../http/receive-upload.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import { compareNumbers } from './compare-numbers.ts';
import { findSameFile, insertFile, loadNumbers, markKept, type BackIssueRow } from './back-issues.ts';
import { keepIssue } from './keep-issue.ts';
import type { ReadBackIssue, ReadProblem } from './read-back-issue.ts';
import { lockSeries, type SeriesRow } from './series.ts';

const CHILD = path.join(import.meta.dirname, 'read-back-issue.child.ts');

export interface BackIssueInput {
  readonly fileName: string;
}

/** What the child made of a file, or why it is not taken. */
export type BackIssueRead =
  | { readonly read: ReadBackIssue; readonly body: string; readonly sha256: string; readonly bytes: Uint8Array }
  | { readonly refusal: UploadRefusal };

/**
 * Receives a back issue (收往期): looked through and read in a child; where nothing is in doubt it is an issue at once,
 * otherwise its file waits for a person. The same file again has the same answer.
 */
export async function receiveBackIssue(
  house: House,
  caller: Caller,
  series: SeriesRow,
  file: Upload,
): Promise<{ row: BackIssueRow } | { refusal: UploadRefusal }> {
  let taken: BackIssueRead;
  try {
    taken = await runChild<BackIssueRead>(CHILD, {
      input: { fileName: file.fileName } satisfies BackIssueInput,
      stdin: file.content,
      signal: file.signal,
      memory: 384,
    });
  } catch (error) {
    if (!(error instanceof ChildFailure)) throw error;
    return {
      refusal: { code: 'unreadable', message: '未保存：文件无法读取，可能已损坏或内容过大，请另存后重试。' },
    };
  }
  if ('refusal' in taken) return taken;
  const { read, body } = taken;
  const sha256 = Buffer.from(taken.sha256, 'hex');
  const again = await findSameFile(house.db, series.id, sha256);
  if (again) return { row: again };
  // Nothing is kept of a file whose running number goes back: one of two is misread, or of another series.
  const back = compareNumbers(read.head, await loadNumbers(house.db, series.id)).find(isBack);
  if (back) return { refusal: { code: back.code, message: `未保存：${back.message}${ADVICE}` } };
  await house.objects.put(taken.bytes);
  return house.db.transaction().execute(async (tx) => {
    await lockSeries(tx, series.id);
    const sent = await findSameFile(tx, series.id, sha256);
    if (sent) return { row: sent };
    const problems = [
      ...ofOtherSeries(read, series),
      ...read.problems,
      ...compareNumbers(read.head, await loadNumbers(tx, series.id)),
    ];
    const id = await insertFile(tx, {
      seriesId: series.id,
      fileName: file.fileName,
      sha256,
      ...read,
      problems,
      body,
      importedBy: caller.personId,
    });
    const original = { name: file.fileName, sha256 };
    const issueId = problems.length === 0 ? await keepIssue(tx, caller, { series, ...read, original }) : null;
    if (issueId) await markKept(tx, id, issueId, read.head);
    await recordAudit(tx, {
      actor: caller,
      action: 'bulletins.import',
      subject: `back-issue:${id}`,
      content: { sha256: taken.sha256, issueId },
    });
    return { row: (await findSameFile(tx, series.id, sha256))! };
  });
}

/** Which of the two is wrong only a person can tell. */
const ADVICE =
  '此件有误的，改正后再导入；已入库的那一期有误的，先在“已入库”中将其退回核对；那一期已由本系统签发的，请核对刊物设置中的上一期总期号。';
const isBack = ({ code }: ReadProblem) => code === 'total-back';

function ofOtherSeries({ head }: ReadBackIssue, series: SeriesRow): ReadProblem[] {
  if (head.series === null || head.series === series.name) return [];
  const message = `报头是“${head.series}”，与所选刊物“${series.name}”不同，请核对是否选错刊物。`;
  return [{ code: 'other-series', message, severity: 'ask' }];
}
