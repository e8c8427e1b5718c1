import { defineRule } from '../../../rule.ts';
import type { Block } from '../../../volume.ts';

const HAN = /^[\u4e00-\u9fff]+$/u;
/** Shorter paragraphs are lines of a list. */
const LEAST = 30;
const LONGEST = 8;

/** The end of a paragraph that breaks off printed again at the head of the next (换页重字): 社会保障/保障厅. */
export const rule = defineRule({
  id: 'typos-page-break',
  family: 'typos',
  severity: 'query',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '换页处重字',
  summary: '上一段没有句末标点而断在中间，下一段开头又重复上段末尾几个字的，疑为换页、换行时的衍文。',
  why: '换页、分栏处最易重排几个字。',
  silent: '上段有句末标点的、短行、名单，不报。',
  covers: ['WORD-D-4'],
  exempt: ['verbatim', 'errata'],
  checkBook({ volume: { text, blocks } }, report) {
    for (let index = 1; index < blocks.length; index += 1) {
      const [before, after] = [blocks[index - 1]!, blocks[index]!];
      if (before.kind !== 'paragraph' || after.kind !== 'paragraph') continue;
      const size = countRepeated(text, before, after);
      if (size === 0) continue;
      const end = after.start + size;
      report(after.start, end, `“${text.slice(after.start, end)}”与上段末尾重复，疑为换页时的衍文。`, {
        evidence: [{ label: '上段末尾', span: { start: before.end - size, end: before.end } }],
      });
    }
  },
});

/** How many characters of the end of one block the next begins with; 0 where fewer than two. */
function countRepeated(text: string, before: Block, after: Block): number {
  if (before.end - before.start < LEAST || after.end - after.start < LEAST) return 0;
  const last = text.charCodeAt(before.end - 1);
  if (last < 0x4e00 || last > 0x9fff) return 0;
  for (let size = LONGEST; size >= 2; size -= 1) {
    const tail = text.slice(before.end - size, before.end);
    if (text.startsWith(tail, after.start) && HAN.test(tail)) return size;
  }
  return 0;
}
