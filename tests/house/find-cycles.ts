import type { Source } from './read-source.ts';

/** Import cycles between files, types included, each once and written as `a → b → a`. */
export function findCycles(sources: readonly Pick<Source, 'path' | 'imports'>[]): string[] {
  const known = new Map(sources.map((source) => [source.path, source]));
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const cycles: string[] = [];
  const visit = (file: string): void => {
    const source = known.get(file);
    if (!source || state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    trail.push(file);
    for (const { file: target } of source.imports) if (target) visit(target);
    trail.pop();
    state.set(file, 'done');
  };
  for (const { path } of sources) visit(path);
  return cycles;
}
