import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { organisation } from '../packages/contract/src/accounts.ts';
import { figure } from '../packages/contract/src/figures.ts';
import { block, revision } from '../packages/contract/src/manuscripts.ts';
import { word } from '../packages/contract/src/works.ts';
import { DECISIONS, PRESETS, ROLES } from '../packages/domain/src/index.ts';
import { FAMILIES, PRESETS as REVIEW_PRESETS, SEVERITIES } from '../packages/review/src/index.ts';
import { ROOT } from './house/read-house.ts';

const folder = path.join(ROOT, 'apps/server/src/db/migrations');
const sql = readdirSync(folder)
  .sort((a, b) => (a < b ? -1 : 1))
  .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  .join('\n');

/** The values that the check of a column allows. */
function allowed(table: string, column: string): string[] {
  const body = new RegExp(`^create table ${table} \\(\\n([\\s\\S]*?)^\\);`, 'm').exec(sql)?.[1] ?? '';
  const first = new RegExp(`^  ${column} .*check \\(${column} in \\(([^)]*)\\)\\)`, 'm').exec(body)?.[1] ?? '';
  // A later migration may widen it.
  const widened = new RegExp(
    `add constraint ${table}_${column}_check check \\(${column} in \\(([^)]*)\\)\\)|^  add column ${column} .*check \\(${column} in \\(([^)]*)\\)\\)`,
    'gm',
  );
  const list = [...sql.matchAll(widened)].map((match) => match[1] ?? match[2]!).at(-1) ?? first;
  return [...list.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
}

describe('the three truths', () => {
  // Nothing derives one from another, so only a test can tell that a value was added to one and forgotten in the other.
  it.each([
    ['post.role', ROLES],
    ['work.kind', PRESETS],
    ['review_run.preset', REVIEW_PRESETS],
    ['finding.severity', SEVERITIES],
    ['finding.decision', DECISIONS],
    ['organisation.kind', organisation.shape.kind.options],
    ['organisation.tree', organisation.shape.tree.options],
    ['revision.format', revision.shape.format.options],
    ['revision.state', revision.shape.state.options],
    ['block.kind', block.shape.kind.options],
    ['figure.kind', figure.shape.kind.options],
    ['dictionary_word.kind', word.shape.kind.options],
  ] as const)('allow the same values in %s', (place, values) => {
    const [table = '', column = ''] = place.split('.');
    expect(allowed(table, column)).toEqual([...values]);
  });

  it('know the same kinds of works in domain and review, which do not know each other', () => {
    expect([...REVIEW_PRESETS]).toEqual([...PRESETS]);
  });

  it('name families that exist where the database forbids an edit', () => {
    const forbidden = /family not in \(([^)]*)\)/.exec(sql)?.[1] ?? '';
    const families = [...forbidden.matchAll(/'([^']*)'/g)].map((match) => match[1]!);
    expect(families).toEqual(['political', 'secrecy']);
    expect(FAMILIES).toEqual(expect.arrayContaining(families));
  });
});
