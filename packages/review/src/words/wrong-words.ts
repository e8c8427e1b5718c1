import type { Probe } from './pair-scanner.ts';

/** One wrong form and the form meant (误写): `布署` → `部署`; both have the same length. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  readonly kind: string;
  /** Contexts in which the characters are innocent, the form itself written `~`: `按装` in `~机` is 按装机容量. */
  readonly except?: string;
}

/**
 * The pair of characters to look for and the probe around it: the wrong character and a neighbour stand together nearly
 * nowhere in right text, while 再接 of 再接再励 does.
 */
export function probeWrongWord({ wrong, right, kind, except = '' }: WrongWord): [pair: string, probe: Probe] {
  const offset = findAnchor(wrong, right);
  const contexts = except.split(' ').filter((context) => context !== '');
  const before = contexts.filter((context) => context.endsWith('~')).map((context) => context.slice(0, -1));
  const after = contexts.filter((context) => context.startsWith('~')).map((context) => context.slice(1));
  const probe: Probe = {
    find(text, at, from, to) {
      const start = at - offset;
      const end = start + wrong.length;
      if (start < from || end > to || !text.startsWith(wrong, start)) return undefined;
      if (before.some((context) => text.startsWith(context, start - context.length))) return undefined;
      if (after.some((context) => text.startsWith(context, end))) return undefined;
      return { start, end, right, kind };
    },
  };
  return [wrong.slice(offset, offset + 2), probe];
}

/** Of the pairs that hold the first wrong character the one that it begins, or at the end of the word ends. */
function findAnchor(wrong: string, right: string): number {
  let at = 0;
  while (at < wrong.length - 1 && wrong[at] === right[at]) at += 1;
  return Math.min(at, wrong.length - 2);
}
