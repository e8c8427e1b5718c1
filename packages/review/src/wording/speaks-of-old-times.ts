import type { Passage } from '../rule.ts';

/** Dynasties, the Republic and the years before legal units were decreed (1984). */
const OLD =
  /民国|[夏商周秦汉晋隋唐宋元明清](?:代|朝|初|末|时|[\u4e00-\u9fff]{2}(?:[元一二三四五六七八九十]+|\d+)?年)|光绪|乾隆|康熙|解放前|成立前|建国前|抗日战争|解放战争|土地改革|人民公社|旧制|旧社会|相传|(?<!\d)(?:1[0-8]\d\d|19[0-7]\d|198[0-4])年/u;
const OLD_EACH = new RegExp(OLD, 'gu');
const RECENT = /(?<!\d)(?:198[5-9]|199\d|20\d\d)年/gu;

/** How far back a passage is read for the time it speaks of. */
const REACH = 600;

/** Whether the words before a place speak of times when old units were the usual ones, and no later year follows. */
export function speaksOfOldTimes({ text, start, end }: Passage, at: number): boolean {
  const before = text.slice(Math.max(start, at - REACH), at);
  const olds = [...before.matchAll(OLD_EACH)];
  const old = olds[olds.length - 1];
  if (old === undefined) return OLD.test(text.slice(at, Math.min(end, at + 30)));
  return ![...before.slice(old.index).matchAll(RECENT)].some(({ index }) => index > old[0].length);
}
