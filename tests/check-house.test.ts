import { expect, it } from 'vitest';

import { findCycles } from './house/find-cycles.ts';
import { findForeignWrites } from './house/find-foreign-writes.ts';
import { findTrespasses, type Room } from './house/find-trespasses.ts';
import { findUndeclared } from './house/find-undeclared.ts';
import { findWrites } from './house/find-writes.ts';
import { readSource } from './house/read-source.ts';

const ROOMS: Room[] = [
  { room: 'tests', files: /\.test\.ts$/, uses: ['*'], outside: ['*'] },
  { room: 'meaning', files: /^packages\/domain\//, uses: [], outside: [] },
  { room: 'app', files: /^apps\//, uses: ['meaning'], outside: ['node:', '@orpc/'] },
];

const byText = (a: string | undefined, b: string | undefined) => ((a ?? '') < (b ?? '') ? -1 : 1);

it('reads every way of importing, and the place each leads to', () => {
  const source = readSource(
    'apps/server/src/http/context.ts',
    `import type { A } from '../db/a.ts';
     import { b } from '@xiuzhi/domain';
     import '@orpc/server/plugins';
     export { c } from './c.ts';
     export * from './d.ts';
     const e = await import('node:fs/promises');
     const f = await import(name);
     type G = import('kysely').Kysely<unknown>;`,
  );
  expect(source.imports.map(({ file, outside }) => file ?? outside).sort(byText)).toEqual([
    '@orpc/server',
    'apps/server/src/db/a.ts',
    'apps/server/src/http/c.ts',
    'apps/server/src/http/d.ts',
    'kysely',
    'node:',
    'packages/domain/src/index.ts',
  ]);
  expect(source.hasReExport).toBe(true);
});

it('tells default exports from named ones, however they are written', () => {
  expect(readSource('a.ts', 'export default 1;').hasDefaultExport).toBe(true);
  expect(readSource('a.ts', 'const a = 1; export { a as default };').hasDefaultExport).toBe(true);
  expect(readSource('a.ts', 'export const a = 1;').hasDefaultExport).toBe(false);
});

it('measures files and functions in lines', () => {
  const source = readSource('a.ts', 'function one() {\n  return () => {\n  };\n}\nexport const two = () => 2;\n');
  expect(source.lines).toBe(5);
  expect(source.functionLines.toSorted((a, b) => a - b)).toEqual([1, 2, 4]);
});

it('refuses a file that does not parse', () => {
  expect(() => readSource('a.ts', 'const = ;')).toThrow('a.ts');
});

it('finds a cycle of types over three files, and none in a diamond', () => {
  const file = (name: string, ...to: string[]) =>
    readSource(name, to.map((target) => `import type { T } from './${target}';`).join('\n'));
  expect(findCycles([file('a.ts', 'b.ts'), file('b.ts', 'c.ts'), file('c.ts', 'a.ts')])).toEqual([
    'a.ts → b.ts → c.ts → a.ts',
  ]);
  expect(findCycles([file('a.ts', 'a.ts')])).toEqual(['a.ts → a.ts']);
  expect(findCycles([file('a.ts', 'b.ts', 'c.ts'), file('b.ts', 'd.ts'), file('c.ts', 'd.ts'), file('d.ts')])).toEqual(
    [],
  );
});

it('finds who looks into a room he may not, uses a package he may not, or lives nowhere', () => {
  const sources = [
    readSource('packages/domain/src/a.ts', `import '../../../apps/server/src/b.ts'; import 'node:fs';`),
    readSource('apps/server/src/b.ts', `import '@xiuzhi/domain'; import '@orpc/server'; import './b.test.ts';`),
    readSource('apps/server/src/b.test.ts', `import 'vitest'; import './b.ts';`),
    readSource('attic/c.ts', ''),
  ];
  expect(findTrespasses(ROOMS, sources)).toEqual([
    'packages/domain/src/a.ts (meaning) → apps/server/src/b.ts (app)',
    'packages/domain/src/a.ts (meaning) → node:',
    'apps/server/src/b.ts (app) → apps/server/src/b.test.ts (tests)',
    'attic/c.ts is in no room',
  ]);
});

it('finds writes by query builder and in raw SQL, and takes reads for none', () => {
  const text = `
    tx.insertInto('person'); db
      .updateTable("post"); tx.deleteFrom( 'session' ); db.selectFrom('work');
    sql\`insert into block select 1\`; sql\`DELETE FROM finding\`; sql\`update revision r set state = 1\`;
    sql\`select * from manuscript for update of manuscript\`;`;
  expect(findWrites({ text })).toEqual(['block', 'finding', 'person', 'post', 'revision', 'session']);
});

it('finds writes of a table that another owns, or nobody', () => {
  const source = { path: 'apps/a/store.ts', text: `tx.insertInto('mine').insertInto('theirs').insertInto('new')` };
  expect(findForeignWrites({ mine: ['apps/a/store.ts'], theirs: ['apps/b/store.ts'] }, [source])).toEqual([
    'apps/a/store.ts writes new',
    'apps/a/store.ts writes theirs',
  ]);
});

it('finds packages that a workspace uses without saying so', () => {
  const source = readSource('apps/web/src/a.ts', `import 'react'; import 'react-dom/client'; import '@xiuzhi/domain';`);
  expect(findUndeclared(new Map([['apps/web', new Set(['react'])]]), [source])).toEqual([
    'apps/web does not declare react-dom',
    'apps/web does not declare @xiuzhi/domain',
  ]);
});
