import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Finding } from '@xiuzhi/review';

import type { ReviewedText } from './measure-books.ts';
import { readTable } from './measure-sets.ts';

const FILE = path.join(import.meta.dirname, 'verdicts/gazetteer-sample.tsv');

/** Verdicts of two readers on a random sample of findings (抽样认定). */
export interface VerdictScore {
  readonly judged: number;
  /** Judged findings that the engine still raises. */
  readonly standing: number;
  readonly bothRight: number;
  readonly eitherRight: number;
  readonly agreed: number;
  readonly errors: { readonly judged: number; readonly right: number };
  /** Of the first hundred in the order of the list. */
  readonly first: { readonly judged: number; readonly right: number };
}

/** What a verdict is about: rule, place and words of the finding, of which the repository keeps the hash alone. */
export function hashFinding({ rule, start, quote, message }: Finding): string {
  return createHash('sha256').update(`${rule}\n${start}\n${quote}\n${message}`).digest('hex').slice(0, 16);
}

/** Counts the verdicts on findings that still stand; undefined where none are kept. */
export function countVerdicts({ findings }: ReviewedText): VerdictScore | undefined {
  if (!existsSync(FILE)) return undefined;
  const { rows } = readTable(FILE);
  const bySeverity = new Map(findings.map((finding) => [hashFinding(finding), finding]));
  const standing = rows.flatMap((row) => {
    const finding = bySeverity.get(row.hash!);
    return finding === undefined
      ? []
      : [{ ...row, severity: finding.severity, one: row.one === 'right', two: row.two === 'right' }];
  });
  const count = (some: readonly { one: boolean; two: boolean }[]) => ({
    judged: some.length,
    right: some.filter(({ one, two }) => one && two).length,
  });
  return {
    judged: rows.length,
    standing: standing.length,
    bothRight: standing.filter(({ one, two }) => one && two).length,
    eitherRight: standing.filter(({ one, two }) => one || two).length,
    agreed: standing.filter(({ one, two }) => one === two).length,
    errors: count(standing.filter(({ severity }) => severity === 'error')),
    first: count(standing.slice(0, 100)),
  };
}
