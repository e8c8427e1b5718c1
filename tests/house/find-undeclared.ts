import type { Source } from './read-source.ts';

/** The workspace of a file: `apps/web`, `packages/review`; `.` for scripts and tests of the root. */
export function workspaceOf(file: string): string {
  return /^(?:packages|apps)\/[^/]+/.exec(file)?.[0] ?? '.';
}

/** Imports of packages that the workspace's package.json does not name: they work only by luck of hoisting. */
export function findUndeclared(
  declared: ReadonlyMap<string, ReadonlySet<string>>,
  sources: readonly Pick<Source, 'path' | 'imports'>[],
): string[] {
  const found = sources.flatMap(({ path, imports }) => {
    const workspace = workspaceOf(path);
    return imports.flatMap(({ specifier, outside }) => {
      const name = specifier.startsWith('@xiuzhi/') ? specifier.split('/', 2).join('/') : outside;
      if (name === undefined || name === 'node:' || declared.get(workspace)?.has(name)) return [];
      return [`${workspace} does not declare ${name}`];
    });
  });
  return [...new Set(found)];
}
