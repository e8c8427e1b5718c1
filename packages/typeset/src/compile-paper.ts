import { createRequire } from 'node:module';
import path from 'node:path';

import type { NodeCompiler as Typesetter } from '@myriaddreamin/typst-ts-node-compiler';

import { checkPaper } from './check-paper.ts';
import { chooseFonts } from './choose-fonts.ts';
import { MEASURES } from './measures.ts';
import type { Paper } from './paper.ts';
import { prepareData } from './prepare-data.ts';
import { TypesetRefusal } from './typeset-refusal.ts';

const TEMPLATES = path.join(import.meta.dirname, 'templates');
const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as {
  NodeCompiler: typeof Typesetter;
};

/** Compiles a document here and now: memory is not given back, so this runs in a process of its own. Throws TypesetRefusal. */
export function compilePaper(value: Paper, fontFolder: string | null): { pdf: Uint8Array; pages: number } {
  checkPaper(value);
  const paper = prepareData(value);
  const words = JSON.stringify(paper, (_, each: unknown) => each).replaceAll(/\\[nrt]/g, '');
  const { files, faces, missing } = chooseFonts(words + ALWAYS, fontFolder);
  if (missing.length > 0) throw new TypesetRefusal('missing-glyph', { characters: missing });
  const typesetter = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: [...files] }] });
  const data = JSON.stringify({ paper, measures: MEASURES, faces });
  const compile = (pad: '0' | '1') => {
    const compiled = typesetter.compile({
      mainFilePath: path.join(TEMPLATES, `${value.kind}.typ`),
      inputs: { data, pad },
    });
    const { result } = compiled;
    if (!result) throw new TypesetRefusal('malformed', { detail: describe(compiled.takeError()) });
    return result;
  };
  let document = compile('0');
  // The tail stands on an even page (GB/T 9704—2012 7.4): how many pages there are is known only now.
  if (hasTail(value) && document.numOfPages % 2 === 1) document = compile('1');
  try {
    // Plain PDF prints a box where a font lacks a character; PDF/A refuses.
    return { pdf: new Uint8Array(typesetter.pdf(document, { pdfStandard: 'a-2b' })), pages: document.numOfPages };
  } catch (error) {
    throw refuse(error);
  }
}

/** What templates print of their own. */
const ALWAYS = '报送发印共份续表抄附件信息公开选项：—√□';

function hasTail(paper: Paper): boolean {
  return paper.kind === 'bulletin' || (paper.kind === 'letter' && paper.copiesTo.length > 0);
}

function refuse(error: unknown): TypesetRefusal {
  const words = error instanceof Error ? error.message : String(error);
  const found = [...words.matchAll(/the text `"(.+?)"` could not be displayed/gsu)].flatMap(([, text]) => [...text!]);
  if (found.length > 0) return new TypesetRefusal('missing-glyph', { characters: [...new Set(found)] });
  return new TypesetRefusal('crashed', { detail: words.replaceAll(/`.*?`/gsu, '``').slice(0, 300) });
}

function describe(error: { shortDiagnostics: { message: string; range: string | null }[] } | null): string {
  return (error?.shortDiagnostics ?? [])
    .map(({ message, range }) => `${range} ${message}`)
    .join('; ')
    .slice(0, 300);
}
