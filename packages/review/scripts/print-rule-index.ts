import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../src/rules');

/** `rules/index.ts` printed from the folders: path from the repository root → content. */
export function printRuleIndex(): [path: string, content: string] {
  const rules = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: family }) =>
      readdirSync(join(ROOT, family)).map((id) => ({ id, path: `./${family}/${id}/rule.ts` })),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ id, path }) => ({ name: id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase()), path }));
  const content = [
    "import type { Rule } from '../rule.ts';",
    ...rules.map(({ name, path }) => `import { rule as ${name} } from '${path}';`),
    '',
    '/** Every rule (全部规则), printed from the folders by `npm run generate`. */',
    'export const ALL_RULES = [',
    ...rules.map(({ name }) => `  ${name},`),
    '] as const satisfies readonly Rule[];',
    '',
    '/** Id of a rule. */',
    "export type RuleId = (typeof ALL_RULES)[number]['id'];",
    '',
  ].join('\n');
  return ['packages/review/src/rules/index.ts', content];
}
