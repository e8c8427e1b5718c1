/** What a typesetter or a scan puts in between, and the marks of Markdown. */
const BLANKS = /(?:[\p{Zs}\t\u00AD]|\u200B|\u200C|\uFEFF)+/gu;
const IS_LATIN = /[\p{Script=Latin}\d.,;:!?)(%&'"+/-]/u;
const LETTER = /\p{Script=Latin}/u;
/** A part of a title or name that is shorter is no part, but a word with a stray blank. */
const LEAST_PART = 4;

/** Drops stray blanks of running text: those within Latin words stay, and those that part a title in 《》. */
export function squeezeText(text: string): string {
  return squeeze(text, (head, tail) => {
    const open = head.lastIndexOf('《');
    if (open < 0 || head.indexOf('》', open) >= 0 || head.length - open > 80) return false;
    const close = tail.slice(0, 80).indexOf('》');
    return close >= 0 && partsTitle(head.slice(open + 1), tail.slice(0, close));
  });
}

/** Drops stray blanks of a title, but keeps the one between its two parts. */
export function squeezeTitle(text: string): string {
  return squeeze(text, partsTitle);
}

/** A blank beside a figure is one of typesetting. */
function partsTitle(head: string, tail: string): boolean {
  return (
    countHan(head.slice(head.lastIndexOf(' ') + 1)) >= LEAST_PART &&
    countHan(tail.split(/\p{Zs}/u, 1)[0]!) >= LEAST_PART &&
    !/[\d，。、：；《“（]$/u.test(head) &&
    !/^[\d，。、：；》”）]/u.test(tail)
  );
}

function squeeze(text: string, isParting: (head: string, tail: string) => boolean): string {
  const parts = text.split(BLANKS);
  const kept = [parts[0]!];
  // What was written last, so that a long line is not looked at from its start each time.
  let head = parts[0]!.slice(-120);
  for (let index = 1; index < parts.length; index++) {
    const part = parts[index]!;
    if (part === '') continue;
    if (head !== '') {
      const isLatin = IS_LATIN.test(head.at(-1)!) && IS_LATIN.test(part[0]!);
      const isWord = isLatin && (LETTER.test(head.slice(-2)) || LETTER.test(part.slice(0, 2)));
      const tail = parts
        .slice(index, index + 12)
        .map((next) => next.slice(0, 120))
        .join(' ');
      if (isWord || isParting(head, tail.slice(0, 120))) {
        kept.push(' ');
        head += ' ';
      }
    }
    kept.push(part);
    head = (head + part.slice(-120)).slice(-120);
  }
  return kept.join('');
}

function countHan(text: string): number {
  return text.match(/[\p{Script=Han}]/gu)?.length ?? 0;
}
