import path from 'node:path';

import { parseSync, Visitor } from 'oxc-parser';

/** One import, re-export or dynamic import of a file. */
export interface Import {
  /** As written: `./store.ts`, `node:path`, `kysely`. */
  readonly specifier: string;
  /** File of the repository it leads to; undefined for packages and Node itself. */
  readonly file: string | undefined;
  /** Package it leads to (`@orpc/server`, not the path in it) or `node:`; undefined for files of the repository. */
  readonly outside: string | undefined;
}

/** A source file as the laws see it; `path` is relative to the root, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** Hands on what other files export (`export … from`). */
  readonly hasReExport: boolean;
  /** Lines of every function with a body, nested ones too. */
  readonly functionLines: readonly number[];
}

/** Reads one file; throws where it does not parse, so that nothing passes unseen. */
export function readSource(file: string, text: string): Source {
  const { errors, module, program } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]!.message}`);
  const specifiers = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => readLiteral(text, moduleRequest) ?? []),
  ];
  const starts = lineStarts(text);
  const functionLines: number[] = [];
  let isDefault = false;
  const measure = (node: { start: number; end: number; body: unknown }) => {
    if (node.body) functionLines.push(lineOf(starts, node.end) - lineOf(starts, node.start) + 1);
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
    ExportDefaultDeclaration: () => void (isDefault = true),
    TSImportType: (node) => void specifiers.push(node.source.value),
  }).visit(program);
  return {
    path: file,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [...new Set(specifiers)].map((specifier) => resolveImport(file, specifier)),
    hasDefaultExport:
      isDefault ||
      module.staticExports.some((each) => each.entries.some((entry) => entry.exportName.name === 'default')),
    hasReExport: module.staticExports.some((each) => each.entries.some((entry) => entry.moduleRequest)),
    functionLines,
  };
}

/** Only a literal can be followed: `import(name)` is nobody's import. */
function readLiteral(text: string, { start, end }: { start: number; end: number }): string | undefined {
  return /^(['"])(.*)\1$/.exec(text.slice(start, end))?.[2];
}

function resolveImport(from: string, specifier: string): Import {
  if (specifier.startsWith('.'))
    return { specifier, file: path.posix.join(path.posix.dirname(from), specifier), outside: undefined };
  const [, workspace, door = 'index'] = /^@xiuzhi\/([^/]+)(?:\/([^/]+))?$/.exec(specifier) ?? [];
  if (workspace) return { specifier, file: `packages/${workspace}/src/${door}.ts`, outside: undefined };
  if (specifier.startsWith('node:')) return { specifier, file: undefined, outside: 'node:' };
  const parts = specifier.split('/');
  return { specifier, file: undefined, outside: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
