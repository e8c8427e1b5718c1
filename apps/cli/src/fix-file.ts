import { existsSync } from 'node:fs';
import { copyFile, constants } from 'node:fs/promises';

import { reviseDocx } from '@xiuzhi/manuscript';

import { CommandRefusal } from './command.ts';
import { patchText } from './patch-text.ts';
import type { Input } from './read-input.ts';
import { replaceFile } from './replace-file.ts';
import type { PlacedFinding, ReviewedFile } from './reviewed-file.ts';

interface Edit {
  readonly finding: PlacedFinding;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/**
 * Makes the safe edits (改正): a text file in place, with a copy of what it was beside it; a Word file as tracked changes
 * in a file of its own. Edits that cannot be placed are told, never guessed.
 */
export async function fixFile(input: Input, findings: readonly PlacedFinding[]): Promise<ReviewedFile['written']> {
  const { manuscript, bytes, path } = input;
  if (path === '-') throw new CommandRefusal('从标准输入读入的文字不能用“--fix”改正，请给出文件。');
  if (manuscript.format === 'pdf') throw new CommandRefusal(`${path}：PDF 不能改正，请用原来的 Word 文档。`);
  const { edits, left } = collectEdits(findings);
  if (manuscript.format === 'docx') {
    const output = path.replace(/(?:\.docx)?$/iu, '.修订.docx');
    const placed = edits.map((edit) => ({ ...edit, spans: manuscript.sources.toSource(edit.start, edit.end) }));
    const revised = await reviseDocx(bytes, placed, { author: '修志审校', date: new Date() });
    if (revised.made > 0) await replaceFile(output, revised.bytes);
    return tell(`${output}：修订 ${revised.made} 处`, revised.made, path, [...left, ...revised.left]);
  }
  const encoding = manuscript.report.encoding ?? 'utf-8';
  const patches = edits.flatMap((edit) => {
    const [span, ...others] = manuscript.sources.toSource(edit.start, edit.end);
    // A quote that runs over a line break of the file is left to the editor.
    const isWhole = span !== undefined && others.length === 0 && span.end - span.start === edit.end - edit.start;
    if (!isWhole) left.push(edit);
    return isWhole ? [{ ...edit, start: span.start, end: span.end }] : [];
  });
  const patched = patchText(bytes, encoding, patches);
  const made = patches.length - patched.left.length;
  const backup = nameBackup(path);
  if (made > 0) {
    await copyFile(path, backup, constants.COPYFILE_EXCL);
    await replaceFile(path, patched.bytes);
  }
  return tell(`${path}：改正 ${made} 处，原文件存为 ${backup}`, made, path, [...left, ...patched.left]);
}

/** Edits in text order; of two that overlap the first is made. */
function collectEdits(findings: readonly PlacedFinding[]): { edits: Edit[]; left: Edit[] } {
  const edits: Edit[] = [];
  const left: Edit[] = [];
  let until = 0;
  for (const finding of findings) {
    if (finding.suggestion === undefined) continue;
    const { start, end, replacement } = finding.suggestion;
    const edit = { finding, start, end, replacement };
    if (start < until) left.push(edit);
    else {
      edits.push(edit);
      until = end;
    }
  }
  return { edits, left };
}

function nameBackup(path: string): string {
  let name = `${path}.bak`;
  for (let number = 2; existsSync(name); number += 1) name = `${path}.bak${number}`;
  return name;
}

function tell(
  note: string,
  made: number,
  path: string,
  left: readonly Pick<Edit, 'finding'>[],
): ReviewedFile['written'] {
  return {
    note: made > 0 ? note : `${path}：没有可以直接改正之处`,
    left: left.map(({ finding }) => finding),
    reason: '不能直接改正，请在原文中核对',
  };
}
