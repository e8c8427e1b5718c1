const IN_NUMBER = 1;
const SCALE = 2;
const UNIT = 4;
const MARK = 8;
const STOP = 16;
const DIGIT = 32;
const PERCENT = 64;

/** Classes of characters, so that most numbers of a book are passed by with a few table reads. */
const CLASSES = new Uint8Array(65_536);
mark('.,～~—-－第0123456789', IN_NUMBER);
mark('0123456789', DIGIT);
mark('万亿', SCALE);
mark(
  '人户个家件所处名位次吨米亩头只台辆艘座条项篇首册卷套张种宗起例幅枚株棵间口份部场支班村乡镇票组块元公平立千',
  UNIT,
);
mark('，,：:（(。；;', MARK);
mark('、。；;\n', STOP);
mark('%％', PERCENT);

const MOST_NOUN = 7;
const MOST_LABEL = 24;

/** Whether the digits `[start, end)` may open a list (合计与分项): a number with a unit, a mark, and soon two more numbers of it or without one. */
export function opensList(text: string, start: number, end: number): boolean {
  if (is(text, start - 1, IN_NUMBER)) return false;
  let at = end;
  if (text.charCodeAt(at) === 0x2e) {
    at += 1;
    while (is(text, at, DIGIT)) at += 1;
  }
  if (is(text, at, SCALE)) at += 1;
  if (!is(text, at, UNIT)) return false;
  const unit = text.charCodeAt(at);
  at += 1;
  const noun = at + MOST_NOUN;
  while (at < noun && !is(text, at, MARK)) {
    if (is(text, at, DIGIT | STOP)) return false;
    at += 1;
  }
  if (at === noun) return false;
  const first = findPart(text, at + 1, unit);
  return first > 0 && findPart(text, first, unit) > 0;
}

/** Where the next number of this unit, or without one, ends; 0 where none is near. Shares in between are passed by. */
function findPart(text: string, from: number, unit: number): number {
  let label = from + MOST_LABEL;
  let at = from;
  while (at < label) {
    if (is(text, at, DIGIT)) {
      const after = skipNumber(text, at);
      // A specification may stand before the number: 6.3吨2498台.
      if (text.charCodeAt(after) === unit || is(text, after, STOP | MARK) || is(text, after + 1, DIGIT)) return after;
      if (!is(text, after, PERCENT)) return 0;
      at = after;
      label = after + MOST_LABEL;
    } else if (text.charCodeAt(at) === 0x3002 && at > from) return 0;
    at += 1;
  }
  return 0;
}

function skipNumber(text: string, from: number): number {
  let at = from;
  while (is(text, at, DIGIT) || text.charCodeAt(at) === 0x2e) at += 1;
  return is(text, at, SCALE) ? at + 1 : at;
}

function is(text: string, at: number, kinds: number): boolean {
  return (CLASSES[text.charCodeAt(at)]! & kinds) !== 0;
}

function mark(characters: string, kind: number): void {
  for (const character of characters) CLASSES[character.charCodeAt(0)]! |= kind;
}
