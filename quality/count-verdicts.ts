import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { SEVERITIES, type Finding } from '@xiuzhi/review';

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

const FIRST = 100;

/** The first hundred as they are shown when sorted by severity (按级别排列), the strongest first, then by place. */
export function listFirst(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b) || a.start - b.start).slice(0, FIRST);
}

/** What a verdict is about: rule, place and words of the finding, of which the repository keeps the hash alone. */
export function hashFinding({ rule, start, quote, message }: Finding): string {
  return createHash('sha256').update(`${rule}\n${start}\n${quote}\n${message}`).digest('hex').slice(0, 16);
}

/** Counts the verdicts on findings that still stand; undefined where none are kept. */
export function countVerdicts({ findings }: ReviewedText): VerdictScore | undefined {
  if (!existsSync(FILE)) return undefined;
  const { rows } = readTable(FILE);
  const raised = new Map(findings.map((finding) => [hashFinding(finding), finding]));
  const standing = rows.flatMap((row) => {
    const finding = raised.get(row.hash!);
    const sets = row.sets?.split(' ') ?? [];
    return finding === undefined
      ? []
      : [{ sets, severity: finding.severity, one: row.one === 'right', two: row.two === 'right' }];
  });
  const random = standing.filter(({ sets }) => sets.includes('random'));
  const count = (some: readonly { one: boolean; two: boolean }[]) => ({
    judged: some.length,
    right: some.filter(({ one, two }) => one && two).length,
  });
  return {
    judged: rows.filter(({ sets }) => sets?.split(' ').includes('random') === true).length,
    standing: random.length,
    bothRight: random.filter(({ one, two }) => one && two).length,
    eitherRight: random.filter(({ one, two }) => one || two).length,
    agreed: random.filter(({ one, two }) => one === two).length,
    errors: count(random.filter(({ severity }) => severity === 'error')),
    first: count(standing.filter(({ sets }) => sets.includes('first'))),
  };
}
