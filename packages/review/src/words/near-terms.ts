import type { Probe } from './pair-scanner.ts';

/** An established term (固定用语) and where in its first and second half the rarer pairs of characters stand. */
export interface Term {
  readonly term: string;
  readonly anchors: string;
}

/** Characters that a writer may add, leave out or put in between the parts of a term, numbers of another term among them. */
const LINKS = /^[的地好、和与及暨等总者制各一二两三四五六七八九十双多"\s]$/u;
/** Names in their own right that are one character off another. */
const OWN = new Set([
  '森林防灭火指挥部',
  '防汛抗洪指挥部',
  '精神文化建设',
  '高标准粮田建设',
  '中国招商银行',
  '中国浙商银行',
  '“百模大战”',
  '“西氢东送”',
]);

/**
 * Two probes of a term: one reads on from a pair of its first half, the other back from a pair of the second. One
 * character changed, dropped or added in the half that is read is a near miss (一字之差).
 */
export function probeTerm({ term, anchors }: Term): [pair: string, probe: Probe][] {
  const [first = 0, second = 0] = anchors.split(' ').map(Number);
  const head = term.slice(0, first + 2);
  const tail = term.slice(second);
  return [
    [term.slice(first, first + 2), { find: (text, at, from, to) => readOn(term, head, text, at - first, from, to) }],
    [
      term.slice(second, second + 2),
      { find: (text, at, from, to) => readBack(term, tail, text, at - second + term.length, from, to) },
    ],
  ];
}

function readOn(term: string, head: string, text: string, start: number, from: number, to: number) {
  if (start < from || !text.startsWith(head, start)) return undefined;
  let same = head.length;
  while (same < term.length && text[start + same] === term[same]) same += 1;
  // The last two characters must agree: what follows a shorter word is no part of the term.
  if (term.length - same < 3) return undefined;
  const at = start + same;
  if (text.startsWith(term.slice(same + 1), at + 1)) return judge(term, text, start, start + term.length, at, to);
  if (isSwapped(term, same, text, at) && text.startsWith(term.slice(same + 2), at + 2))
    return judge(term, text, start, start + term.length, -1, to);
  if (text.startsWith(term.slice(same + 1), at) && !LINKS.test(term.charAt(same)))
    return judge(term, text, start, start + term.length - 1, -1, to);
  if (text.startsWith(term.slice(same), at + 1)) return judge(term, text, start, start + term.length + 1, at, to);
  return undefined;
}

function readBack(term: string, tail: string, text: string, end: number, from: number, to: number) {
  if (end > to || !text.startsWith(tail, end - tail.length)) return undefined;
  let same = term.length - tail.length - 1;
  while (same >= 0 && text[end - term.length + same] === term[same]) same -= 1;
  if (same < 2) return undefined;
  const at = end - term.length + same;
  const head = term.slice(0, same);
  if (at - same >= from && text.startsWith(head, at - same)) return judge(term, text, at - same, end, at, to);
  if (isSwapped(term, same - 1, text, at - 1) && same > 2 && text.startsWith(term.slice(0, same - 1), at - same))
    return judge(term, text, at - same, end, -1, to);
  if (at - same + 1 >= from && text.startsWith(head, at - same + 1) && !LINKS.test(term.charAt(same)))
    return judge(term, text, at - same + 1, end, -1, to);
  const whole = term.slice(0, same + 1);
  if (at - same - 1 >= from && text.startsWith(whole, at - same - 1))
    return judge(term, text, at - same - 1, end, at, to);
  return undefined;
}

/** Whether the two characters at `at` are those of the term in the wrong order (倒字). */
function isSwapped(term: string, same: number, text: string, at: number): boolean {
  return text[at] === term[same + 1] && text[at + 1] === term[same] && text[at] !== text[at + 1];
}

/** `odd` is the place of the character that differs, -1 where one is missing. */
function judge(term: string, text: string, start: number, end: number, odd: number, to: number) {
  if (end > to || (odd >= 0 && LINKS.test(text.charAt(odd))) || OWN.has(text.slice(start, end))) return undefined;
  return { start, end, right: term, kind: 'term' };
}
