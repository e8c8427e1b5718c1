import type { Probe } from './pair-scanner.ts';
import type { WrongPlace } from './wrong-place.ts';

/** One wrong form and the form meant (误写): `布署` → `部署`; both have the same length. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  readonly kind: string;
  /** Contexts in which the characters are innocent, the form itself written `~`: `按装` in `~机` is 按装机容量. */
  readonly except?: string;
}

/** Finds one wrong form around its rarest pair, and spares it in innocent contexts (误写探针). */
export class WrongWordProbe implements Probe {
  /**
   * Where in the form the pair stands that is looked for: the wrong character and a neighbour stand together nearly
   * nowhere in right text, while 再接 of 再接再励 does.
   */
  readonly offset: number;
  private readonly wrong: string;
  private readonly right: string;
  private readonly kind: string;
  private readonly except: string | undefined;

  constructor(wrong: string, right: string, kind: string, except: string | undefined) {
    this.wrong = wrong;
    this.right = right;
    this.kind = kind;
    this.except = except;
    this.offset = findAnchor(wrong, right);
  }

  find(text: string, at: number, from: number, to: number): WrongPlace | undefined {
    const start = at - this.offset;
    const end = start + this.wrong.length;
    if (start < from || end > to || !text.startsWith(this.wrong, start)) return undefined;
    if (this.except !== undefined && isInnocent(this.except, text, start, end)) return undefined;
    return { start, end, right: this.right, kind: this.kind };
  }
}

function isInnocent(except: string, text: string, start: number, end: number): boolean {
  return except
    .split(' ')
    .some(
      (context) =>
        (context.endsWith('~') && text.startsWith(context.slice(0, -1), start - context.length + 1)) ||
        (context.startsWith('~') && text.startsWith(context.slice(1), end)),
    );
}

/** Of the pairs that hold the first wrong character the one that it begins, or at the end of the word ends. */
function findAnchor(wrong: string, right: string): number {
  let at = 0;
  while (at < wrong.length - 1 && wrong[at] === right[at]) at += 1;
  return Math.min(at, wrong.length - 2);
}
