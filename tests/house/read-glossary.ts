/** One row of GLOSSARY.md. */
export interface Term {
  readonly english: string;
  /** Names in code, without the backticks. */
  readonly names: readonly string[];
  readonly chinese: readonly string[];
  readonly isPlanned: boolean;
}

/** Reads the tables of the glossary; rows below the heading *Planned* are planned. */
export function readGlossary(markdown: string): Term[] {
  let isPlanned = false;
  return markdown.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) isPlanned = line.startsWith('## Planned');
    const cells = line.split('|').map((cell) => cell.trim());
    if (!line.startsWith('| ') || cells.length !== 6 || cells[1] === 'English' || cells[1] === '---') return [];
    const [, english = '', code = '', chinese = ''] = cells;
    return [
      {
        english,
        names: [...code.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
        // A bracket tells two uses of one word apart: 复审（二审）.
        chinese: chinese.split('、').concat(chinese),
        isPlanned,
      },
    ];
  });
}

/** Chinese terms that the first line of a docstring gives: `Finding (疑点): …`, or `疑点: …`. */
export function readTerms(firstLine: string): string[] {
  const term =
    /^[^()]*\((\p{Script=Han}[\p{Script=Han}、]*)\)/u.exec(firstLine) ?? /^(\p{Script=Han}+)[:：]/u.exec(firstLine);
  return term?.[1]?.split('、') ?? [];
}
