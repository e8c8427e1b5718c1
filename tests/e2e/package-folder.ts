import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Folder of an installed npm package (its `package.json` may be hidden by `exports`, so the folder is looked for). */
export function packageFolder(name: string): string {
  const require = createRequire(import.meta.url);
  for (const modules of require.resolve.paths(name) ?? []) {
    const folder = path.join(modules, name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
  }
  throw new Error(`${name} is not installed`);
}
