import { defineRule } from '../../../rule.ts';
import type { Block } from '../../../volume.ts';

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** A note explains itself at the head of its own line: ①乙县水务局档案。 */
const NOTE = /^[①-⑳]\s*(?:[:：]|《|见|据|参见|引自|资料来源|注|[\u4e00-\u9fff])/u;

/** Note marks without a note (注码无注文): ③ in the text, nothing below. */
export const rule = defineRule({
  id: 'structure-note-marks',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '注码与注文对应',
  summary: '同一节内有页下注、节末注，而某个圈码在文中有、注中没有的，请核对是否漏排注文。',
  why: '注码没有注文，读者不知出处；注文移位也会张冠李戴。',
  silent: '没有注文的段落里圈码作序号用，不报；表格里的圈码不查。',
  covers: ['GZ-SRC-02'],
  exempt: ['verbatim'],
  checkBook({ volume: { text, blocks } }, report) {
    const notes = new Map<number, Set<string>>();
    const uses = new Map<number, { mark: string; at: number }[]>();
    for (const block of blocks) {
      if (block.kind === 'note') add(notes, text, block);
    }
    if (notes.size === 0) return;
    for (const { kind, node, start, end } of blocks) {
      if (kind !== 'paragraph' || !notes.has(node)) continue;
      const isNote = NOTE.test(text.slice(start, start + 8));
      for (const found of text.slice(start, end).matchAll(/[①-⑳]/gu)) {
        if (isNote && found.index === 0) notes.get(node)!.add(found[0]);
        else uses.set(node, [...(uses.get(node) ?? []), { mark: found[0], at: start + found.index }]);
      }
    }
    for (const [node, marks] of uses) {
      for (const { mark, at } of marks) {
        if (!notes.get(node)!.has(mark)) report(at, at + 1, `注码${mark}在本节没有对应的注文，请核对。`);
      }
    }
  },
});

function add(notes: Map<number, Set<string>>, text: string, { node, start }: Block): void {
  const mark = text.charAt(start);
  if (!MARKS.includes(mark)) return;
  const known = notes.get(node);
  if (known === undefined) notes.set(node, new Set([mark]));
  else known.add(mark);
}
