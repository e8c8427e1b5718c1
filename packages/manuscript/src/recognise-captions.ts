import { textOfRuns, type DraftBlock } from './volume-draft.ts';

const NUMBERED = /^[（(]?(?:续表|续$|(?:续|附)?表\s*[\d一二三四五六七八九十]|Table\s*\d)/;
const UNIT = /单\s*位\s*[：:]/;
const NAMED = /(?:表|一览|名录|统计|指标)(?:\s*[（(]\S{1,8}[)）])?$/;
const FIGURE = /^[（(]?(?:附)?图\s*[\d一二三四五六七八九十]/;
const MOST_LINES = 4;

/**
 * Marks the lines above a table that belong to it (表题、表号、单位行) and the line below an image (图题) as captions.
 * `isCentred` tells whether the file is seen to set a line in the middle.
 */
export function recogniseCaptions<B extends DraftBlock>(blocks: readonly B[], isCentred: (block: B) => boolean): void {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      let titles = 0;
      for (let above = index - 1; above >= 0 && index - above <= MOST_LINES; above--) {
        const line = blocks[above]!;
        const kind = line.kind === 'paragraph' ? captionKind(textOfRuns(line.runs), isCentred(line)) : 'none';
        if (kind === 'none' || (kind === 'title' && ++titles > 2)) break;
        line.kind = 'caption';
      }
    } else if (block.kind === 'image') {
      const below = blocks[index + 1];
      if (below?.kind === 'paragraph' && FIGURE.test(textOfRuns(below.runs))) below.kind = 'caption';
    }
  }
}

function captionKind(text: string, isCentred: boolean): 'title' | 'line' | 'none' {
  if (/[。；]$/.test(text)) return 'none';
  const bare = text.replaceAll(/\s/g, '');
  if (bare.length > 60) return 'none';
  if (NUMBERED.test(bare) || (UNIT.test(text) && bare.length <= 40)) return 'line';
  if (/[，：]$/.test(bare)) return 'none';
  return isCentred || (NAMED.test(bare) && bare.length <= 40) ? 'title' : 'none';
}
