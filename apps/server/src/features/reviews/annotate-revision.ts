import path from 'node:path';

import { DECISION_NAMES, type Decision } from '@xiuzhi/domain';
import { SEVERITY_NAMES, type Volume } from '@xiuzhi/review';

import { recordAudit } from '../../db/record-audit.ts';
import type { Caller, House } from '../../http/context.ts';
import { runChild } from '../../jobs/run-child.ts';
import { loadForExport } from './store.ts';

const ANNOTATE = path.join(import.meta.dirname, 'annotate.child.ts');
const AUTHOR = '修志审校';

/** A comment on a span of the logical text. */
interface SpanComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly author: string;
  readonly initials: string;
  readonly date: Date;
}

export interface AnnotateInput {
  readonly comments: readonly SpanComment[];
  /** A Word original is annotated itself; text files are written out as Word from the volume. */
  readonly original?: { readonly objectFolder: string; readonly sha256: string; readonly sourceMap: Uint8Array };
  readonly volume?: Volume;
}

export interface AnnotateResult {
  readonly bytes: Uint8Array;
  /** Comments whose place was not found again; they stand at the end of the report, none is lost silently. */
  readonly unanchored: number;
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
): Promise<AnnotateResult> {
  const findings = await loadForExport(house.db, source.revisionId, decisions);
  const comments = findings.map((finding): SpanComment => {
    const lines = [
      `【${finding.decision ? DECISION_NAMES[finding.decision] : SEVERITY_NAMES[finding.severity]}】${finding.wording ?? finding.message}`,
      ...finding.evidence
        .filter((item) => item.value)
        .slice(0, 6)
        .map((item) => `${item.label}：${item.value}`),
      ...(finding.suggestion ? [`建议改为：${finding.suggestion.replacement || '（删去）'}`] : []),
      `依据：${finding.basis}`,
    ];
    return {
      start: finding.start,
      end: finding.end,
      text: lines.join('\n'),
      author: AUTHOR,
      initials: '审',
      date: new Date(),
    };
  });
  const result = await runChild<AnnotateResult>(ANNOTATE, {
    input: {
      comments,
      ...(source.format === 'docx'
        ? { original: { objectFolder, sha256: source.sha256, sourceMap: source.sourceMap } }
        : { volume: await source.loadVolume() }),
    } satisfies AnnotateInput,
  });
  await house.db.transaction().execute((tx) =>
    recordAudit(tx, {
      actor: caller,
      action: 'reviews.export',
      subject: `revision:${source.revisionId}`,
      content: findings.map((finding) => [finding.id, finding.decision]),
    }),
  );
  return result;
}
