import { sliceRuns, textOfRuns, trimRuns, type DraftBlock } from './volume-draft.ts';

const NUMBER = '[一二三四五六七八九十百零〇○\\d]+';
const RANKS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^第\\s*${NUMBER}\\s*[编篇卷]`), 1],
  [new RegExp(`^第\\s*${NUMBER}\\s*章`), 2],
  [new RegExp(`^第\\s*${NUMBER}\\s*节`), 3],
  [/^[一二三四五六七八九十]{1,3}、/, 4],
  [/^[（(][一二三四五六七八九十]{1,3}[)）]/, 5],
];
const UNNUMBERED =
  /^(?:序[一二三四]?|序言|前言|凡例|概述|总述|概况|大事记|特载|专记|人物|附录|丛录|编后记|后记|跋|索引)$/;
const ITEM_RANK = 4;
const ENTRY = /^【[^【】]{1,40}】/;
const NOT_ENTRY = /^【(?:注|说明|备注|附|例)/;
const PAGE_NUMBER = /(?:[.．…·\s]{2,}|\t)[\d（(）)-]+$/;

/**
 * Finds headings that no mark or style tells (标题识别): numbering such as 第一章, 第一节, 一、 on short lines of their
 * own where the file marks no heading itself, and 【条目】 titles, which open an entry below everything else.
 */
export function recogniseOutline<B extends DraftBlock>(blocks: readonly B[]): B[] {
  const isMarked = blocks.some((block) => block.kind === 'heading');
  if (!isMarked) markNumberedHeadings(blocks);
  const deepest = blocks.reduce((most, block) => Math.max(most, block.level ?? 0), 0);
  return blocks.flatMap((block) => openEntry(block, deepest + 1));
}

function markNumberedHeadings(blocks: readonly DraftBlock[]): void {
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? textOfRuns(block.runs) : ''));
  const ranks = texts.map(rankOf);
  const isBook = ranks.some((rank) => rank > 0 && rank < ITEM_RANK);
  const listed = new Set<string>();
  let inContents = false;
  for (const [index, block] of blocks.entries()) {
    const text = texts[index]!;
    const bare = text.replaceAll(/\s/g, '');
    if (bare === '目录' || bare === '目次') {
      inContents = true;
      continue;
    }
    let rank = ranks[index]!;
    if (rank === 0 && isBook && UNNUMBERED.test(bare)) rank = 1;
    if (rank === 0) {
      if (text.length > 40 && /[。；]/.test(text)) inContents = false;
      continue;
    }
    if (inContents) {
      if (!listed.has(bare)) {
        listed.add(bare.replace(PAGE_NUMBER, '').replace(/[.．…·]*\d+$/, ''));
        continue;
      }
      inContents = false;
    }
    // Items that follow each other without a word between them are a list.
    const isList = rank >= ITEM_RANK && (ranks[index - 1] === rank || ranks[index + 1] === rank);
    if (isList || PAGE_NUMBER.test(text)) continue;
    block.kind = 'heading';
    block.level = rank;
  }
}

/** Rank of a line that looks like a numbered heading, smaller is higher; 0 for any other line. */
function rankOf(text: string): number {
  if (text === '' || text.length > 40 || /[。；！？!?;]|[，、：,:]$/.test(text)) return 0;
  const rank = RANKS.find(([pattern]) => pattern.test(text))?.[1] ?? 0;
  return rank >= ITEM_RANK && text.length > 30 ? 0 : rank;
}

function openEntry<B extends DraftBlock>(block: B, level: number): B[] {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return [block];
  const first = block.runs[0]?.text;
  if (!first?.startsWith('【')) return [block];
  const text = textOfRuns(block.runs);
  const title = ENTRY.exec(text)?.[0];
  if (!title || NOT_ENTRY.test(title)) return [block];
  const rest = trimRuns(sliceRuns(block.runs, title.length, text.length));
  // A styled heading keeps its own level and, unless text runs in after it, its whole line.
  if (block.kind === 'heading' && (rest.length === 0 || textOfRuns(rest).length <= 20)) return [block];
  const heading: B = {
    ...block,
    kind: 'heading',
    level: block.level ?? level,
    runs: sliceRuns(block.runs, 0, title.length),
  };
  return rest.length === 0 ? [heading] : [heading, { ...block, kind: 'paragraph', level: undefined, runs: rest }];
}
