import { parseSync } from 'oxc-parser';

/** What stands above an exported declaration. */
export interface Docstring {
  readonly name: string;
  /** First line, without the stars. */
  readonly firstLine: string;
}

/** Docstrings of the exported declarations of a file. */
export function readDocstrings(file: string, text: string): Docstring[] {
  const { comments, program } = parseSync(file, text);
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
    const comment = comments.findLast(({ end }) => end <= statement.start && !text.slice(end, statement.start).trim());
    if (comment?.type !== 'Block' || !comment.value.startsWith('*')) return [];
    const { declaration } = statement;
    const named =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations[0]?.id
        : 'id' in declaration && declaration.id;
    if (!named || named.type !== 'Identifier') return [];
    const lines = comment.value.split('\n').map((line) => line.replace(/^\s*\*+\s?/, '').trim());
    return [{ name: named.name, firstLine: lines.find((line) => line !== '') ?? '' }];
  });
}

/** The text of a file with its comments blanked: what is said of a thing does not make it exist. */
export function withoutComments(file: string, text: string): string {
  let code = text;
  for (const { start, end } of parseSync(file, text).comments)
    code = code.slice(0, start) + ' '.repeat(end - start) + code.slice(end);
  return code;
}
