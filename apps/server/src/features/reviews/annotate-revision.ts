import path from 'node:path';

import type { VolumeComment } from '@xiuzhi/manuscript';
import { DECISION_NAMES, type Decision } from '@xiuzhi/domain';
import { printComment, SEVERITY_NAMES, type Volume } from '@xiuzhi/review';

import { recordAudit } from '../../db/record-audit.ts';
import { refuse, type Caller, type House } from '../../http/context.ts';
import { ChildFailure, runChild } from '../../jobs/run-child.ts';
import { viewerOf } from './shown-decision.ts';
import { loadForExport } from './store.ts';

const ANNOTATE = path.join(import.meta.dirname, 'annotate.child.ts');
const AUTHOR = '修志审校';

export interface AnnotateInput {
  readonly comments: readonly VolumeComment[];
  /** A Word original is annotated itself; text files are written out as Word from the volume. */
  readonly original?: { readonly objectFolder: string; readonly sha256: string; readonly sourceMap: Uint8Array };
  readonly volume?: Volume;
}

/** What is annotated: a ready revision and, unless it was a Word file, its volume. */
export interface AnnotatedSource {
  readonly revisionId: string;
  readonly format: string;
  readonly sha256: string;
  readonly sourceMap: Uint8Array;
  readonly loadVolume: () => Promise<Volume>;
}

/** Writes (导出批注稿) the original as .docx with the findings that have one of the decisions as Word comments. */
export async function annotateRevision(
  house: House,
  objectFolder: string,
  caller: Caller,
  source: AnnotatedSource,
  decisions: readonly (Decision | null)[],
): Promise<Uint8Array> {
  const findings = await loadForExport(house.db, source.revisionId, decisions, viewerOf(caller));
  const comments = findings.map((finding): VolumeComment => {
    const heading = finding.decision ? DECISION_NAMES[finding.decision] : SEVERITY_NAMES[finding.severity];
    // The editor's own words replace the machine's.
    const text = printComment({ ...finding, message: finding.wording ?? finding.message }, heading);
    return { start: finding.start, end: finding.end, text, author: AUTHOR, initials: '审', date: new Date() };
  });
  const bytes = await runChild<Uint8Array>(ANNOTATE, {
    input: {
      comments,
      ...(source.format === 'docx'
        ? { original: { objectFolder, sha256: source.sha256, sourceMap: source.sourceMap } }
        : { volume: await source.loadVolume() }),
    } satisfies AnnotateInput,
  }).catch((error: unknown) => {
    if (error instanceof ChildFailure) refuse('EXPORT_FAILED');
    throw error;
  });
  await house.db.transaction().execute((tx) =>
    recordAudit(tx, {
      actor: caller,
      action: 'reviews.export',
      subject: `revision:${source.revisionId}`,
      content: findings.map((finding) => [finding.id, finding.decision]),
    }),
  );
  return bytes;
}
