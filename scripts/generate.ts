import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { printLexicons } from '../packages/review/scripts/print-lexicons.ts';
import { printRuleIndex } from '../packages/review/scripts/print-rule-index.ts';
import { printRulePages } from '../packages/review/scripts/print-rule-pages.ts';
import { launchPostgres } from '../apps/server/src/db/launch-postgres.ts';
import { printOpenApi } from '../apps/server/scripts/print-openapi.ts';
import { printSchema } from '../apps/server/scripts/print-schema.ts';

const root = path.dirname(import.meta.dirname);

/** Everything that is printed from something else, by path: committed, and compared in every check. */
async function printAll(): Promise<Map<string, string>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-generate-'));
  const postgres = await launchPostgres(folder);
  try {
    return new Map([
      ['apps/server/src/db/schema.ts', await printSchema(postgres.url('postgres'))],
      ['docs/openapi.json', await printOpenApi()],
      ...printLexicons(),
      printRuleIndex(),
      ...printRulePages(),
    ]);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const read = (file: string) => {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
};

const stale = [...(await printAll())].filter(([file, content]) => read(file) !== content);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is not what its source prints: run npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else
  for (const [file, content] of stale) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
    console.log(file);
  }
