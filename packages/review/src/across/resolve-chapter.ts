import { listTitles, readHan, type Title } from '../outline/list-titles.ts';
import type { Book } from '../rule.ts';

/** One step of 第三编第二章. */
export interface Step {
  readonly unit: string;
  readonly value: number;
}

const STEP = /第([一二三四五六七八九十百零〇\d]{1,4})([编篇卷章节])/gu;

/** Reads the steps of 第三编《农业》第二章. */
export function readSteps(printed: string): Step[] {
  return [...printed.matchAll(STEP)].map((found) => ({
    value: readHan(found[1]!),
    unit: found[2]!.replace('篇', '编'),
  }));
}

/**
 * Follows the steps from the node a reference stands in (互见所指): the title it leads to, the step that leads nowhere, or
 * undefined where the outline has nothing of that kind to tell by.
 */
export function resolveChapter(book: Book, node: number, steps: readonly Step[]): Title | Step | undefined {
  const { nodes } = book.volume;
  const titles = book.read(listTitles).filter(({ ordinal }) => ordinal !== undefined);
  let scope = nodes[0]!;
  let found: Title | undefined;
  for (const step of steps) {
    const alike = titles.filter(
      ({ ordinal, start }) => ordinal!.unit === step.unit && start >= scope.start && start < scope.end,
    );
    // 见第二章 speaks of the part it stands in, where that has chapters.
    const own = found === undefined ? findOwn(nodes, node, alike) : undefined;
    const known = own === undefined ? alike : alike.filter(({ start }) => start >= own.start && start < own.end);
    if (known.length < 2 && found === undefined) return undefined;
    if (known.length === 0) return undefined;
    const next = known.find(({ ordinal }) => ordinal!.value === step.value);
    if (next === undefined) return step;
    found = next;
    scope = nodes[next.node]!;
  }
  return found;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly parent: number;
}

/** The nearest node around the reference that has two titles of this kind within. */
function findOwn(nodes: readonly Range[], node: number, alike: readonly Title[]): Range | undefined {
  for (let index = node; index > 0; index = nodes[index]!.parent) {
    const range = nodes[index]!;
    let count = 0;
    for (const { start } of alike) if (start > range.start + 1 && start < range.end) count += 1;
    if (count >= 2) return range;
  }
  return undefined;
}
