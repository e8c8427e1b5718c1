import type { Reader } from '../rule.ts';

/** An abbreviation where it is explained (简称括注): 乙县农业农村局（简称县农业农村局）. */
export interface Abbreviation {
  readonly short: string;
  /** The part of the full name that the abbreviation stands for, from its first character on. */
  readonly full: string;
  /** Place of the abbreviation inside the brackets. */
  readonly start: number;
  readonly end: number;
  /** Where the full name begins. */
  readonly fullStart: number;
  /** Index into `volume.blocks`. */
  readonly block: number;
  /** 以下简称: for what follows only. */
  readonly isLocal: boolean;
}

const DEFINITION = /[（(]((?:以下|下文|后文)?简称)(?:为)?[：:]?\s*[“"‘]?([\u4e00-\u9fff]{3,8})[”"’]?[）)]/uy;
const BEFORE = 3;
const LONGEST = 40;

/** Reads the abbreviations explained in the running text, in text order. */
export const readAbbreviations: Reader<readonly Abbreviation[]> = ({ text, blocks }) => {
  const found: Abbreviation[] = [];
  let block = 0;
  for (let at = text.indexOf('简称'); at >= 0; at = text.indexOf('简称', at + 2)) {
    while (block < blocks.length && blocks[block]!.end <= at) block += 1;
    const owner = blocks[block];
    if (owner === undefined) break;
    if (owner.kind !== 'paragraph' || at < owner.start) continue;
    const open = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at));
    if (open < owner.start || at - open > BEFORE) continue;
    DEFINITION.lastIndex = open;
    const match = DEFINITION.exec(text);
    if (match === null) continue;
    const short = match[2]!;
    const fullStart = findFull(text, owner.start, open, short);
    if (fullStart === undefined) continue;
    const start = open + match[0].indexOf(short, match[1]!.length);
    found.push({
      short,
      full: text.slice(fullStart, open).replace(/[”"]$/u, ''),
      start,
      end: start + short.length,
      fullStart,
      block,
      isLocal: match[1] !== '简称',
    });
  }
  return found;
};

/** Matches the abbreviation backwards into what stands before the bracket: 市发改委 in 市发展和改革委员会. */
function findFull(text: string, from: number, open: number, short: string): number | undefined {
  const least = Math.max(from, open - LONGEST);
  let at = open - 1;
  for (let index = short.length - 1; index >= 0; index -= 1) {
    while (at >= least && text[at] !== short[index]) {
      if (/[，。；：、！？\n]/u.test(text[at]!)) return undefined;
      at -= 1;
    }
    if (at < least) return undefined;
    if (index > 0) at -= 1;
  }
  // An abbreviation that is the whole name again explains nothing.
  return open - at > short.length ? at : undefined;
}
