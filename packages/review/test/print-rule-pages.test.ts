import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printRulePages } from '../scripts/print-rule-pages.ts';

const root = join(import.meta.dirname, '../../..');

it('finds docs/rules as the rules print it, with no page left over', () => {
  const pages = printRulePages();
  expect(
    readdirSync(join(root, 'docs/rules'))
      .map((file) => `docs/rules/${file}`)
      .sort(),
  ).toEqual([...pages.keys()].sort());
  for (const [path, content] of pages) expect(readFileSync(join(root, path), 'utf8')).toBe(content);
});
