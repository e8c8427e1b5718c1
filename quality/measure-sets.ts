import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { PRESETS, review, type Finding, type Preset } from '@xiuzhi/review';

import { layText } from './lay-text.ts';

const SETS = path.join(import.meta.dirname, 'sets');

/** What a set of labelled pairs came to (成对样例的成绩): of `wrong` so many were found, of `right` so many were left in peace. */
export interface SetScore {
  readonly set: string;
  readonly pairs: number;
  readonly found: number;
  readonly silent: number;
  /** Ready edits offered; a frozen set of hard errors must have none. */
  readonly edits: number;
  readonly missed: readonly string[];
  readonly alarmed: readonly string[];
}

/** Measures every set of pairs in `quality/sets`: a wrong text is found when something is raised that the right one does not raise. */
export function measureSets(): SetScore[] {
  return readdirSync(SETS)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => {
      const { header, rows } = readTable(path.join(SETS, file));
      return header.includes('wrong') ? [scorePairs(file.replace(/\.tsv$/u, ''), rows)] : [];
    });
}

/** A labelled text of one side: `error` must raise something, `right` nothing. */
export interface TextScore {
  readonly kind: string;
  readonly errors: number;
  readonly found: number;
  readonly rights: number;
  readonly silent: number;
  readonly lost: readonly string[];
}

/** Sets of single texts: printed errors of a real city gazetteer told anew around their numbers (刊误), statements easily wronged. */
export type TextSet = 'errata' | 'figures-right';

/** Measures a set of labelled texts, by kind. */
export function measureTexts(set: TextSet): TextScore[] {
  const { rows } = readTable(path.join(SETS, `${set}.tsv`));
  const kinds = [...new Set(rows.map(({ kind }) => kind!))];
  return kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const judged = own.map((row) => ({ row, raised: raise(row.text!, row) }));
    const errors = judged.filter(({ row }) => row.expect === 'error');
    const rights = judged.filter(({ row }) => row.expect === 'right');
    const missed = errors.filter(({ raised }) => raised.length === 0);
    const alarmed = rights.filter(({ raised }) => raised.length > 0);
    return {
      kind,
      errors: errors.length,
      found: errors.length - missed.length,
      rights: rights.length,
      silent: rights.length - alarmed.length,
      lost: [...missed, ...alarmed].map(({ row }) => row.id!),
    };
  });
}

type Row = Readonly<Record<string, string | undefined>>;

/** Reads a tab-separated table with a header line. */
export function readTable(file: string): { header: readonly string[]; rows: readonly Row[] } {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const header = head.split('\t');
  const rows = lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [header[at], cell])) as Row);
  return { header, rows };
}

function scorePairs(set: string, rows: readonly Row[]): SetScore {
  const judged = rows.map((row) => {
    const wrong = raise(row.wrong!, row);
    const right = raise(row.right!, row);
    const alike = new Set(right.map(nameFinding));
    return { id: row.id!, found: wrong.filter((finding) => !alike.has(nameFinding(finding))), right };
  });
  const missed = judged.filter(({ found }) => found.length === 0);
  const alarmed = judged.filter(({ right }) => right.length > 0);
  return {
    set,
    pairs: rows.length,
    found: rows.length - missed.length,
    silent: rows.length - alarmed.length,
    edits: judged.filter(({ found }) => found.some(({ suggestion }) => suggestion !== undefined)).length,
    missed: missed.map(({ id }) => id),
    alarmed: alarmed.map(({ id, right }) => `${id}（${[...new Set(right.map(({ rule }) => rule))].join('、')}）`),
  };
}

function nameFinding({ rule, quote }: Finding): string {
  return `${rule}\n${quote}`;
}

function raise(text: string, { preset, year }: Row): Finding[] {
  const chosen: Preset = PRESETS.find((known) => known === preset) ?? 'yearbook';
  return review(layText(text), { preset: chosen, settings: year ? { recordedYear: Number(year) } : {} });
}
