import type { Reader } from '../rule.ts';
import { findBlock } from './find-block.ts';

/** An abbreviation where it is explained (简称括注): 乙县农业农村局（简称县农业农村局）. */
export interface Abbreviation {
  readonly short: string;
  readonly full: string;
  /** The part of the full name that begins with the first character of the abbreviation. */
  readonly core: string;
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

const DEFINITION =
  /[（(]((?:以下|下文|后文)?简称|(?:以)?下称)(?:为)?[：:]?\s*[“"‘]?([\u4e00-\u9fff]{3,8})[”"’]?[）)]/uy;
const BEFORE = 3;
const LONGEST = 40;

/** Reads the abbreviations explained in the running text, in text order. */
export const readAbbreviations: Reader<readonly Abbreviation[]> = ({ text, blocks }) => {
  const found: Abbreviation[] = [];
  for (const open of findBrackets(text)) {
    const block = findBlock(blocks, open);
    const owner = blocks[block];
    if (owner?.kind !== 'paragraph') continue;
    DEFINITION.lastIndex = open;
    const match = DEFINITION.exec(text);
    if (match === null) continue;
    const short = match[2]!;
    const coreStart = findCore(text, owner.start, open, short);
    if (coreStart === undefined) continue;
    const fullStart = open - coreStart > short.length ? coreStart : findHead(text, owner.start, coreStart);
    if (open - fullStart <= short.length) continue;
    const start = open + match[0].indexOf(short, match[1]!.length);
    found.push({
      short,
      full: text.slice(fullStart, open).replace(/[”"]$/u, ''),
      core: text.slice(coreStart, open).replace(/[”"]$/u, ''),
      start,
      end: start + short.length,
      fullStart,
      block,
      isLocal: match[1] !== '简称',
    });
  }
  return found;
};

/** The brackets that open an explanation, in text order. */
function findBrackets(text: string): number[] {
  const found: number[] = [];
  // 简称 and 下称, by the rarer character: one is looked for much faster than two.
  for (let last = text.indexOf('称'); last >= 0; last = text.indexOf('称', last + 1)) {
    const at = last - 1;
    if (text[at] !== '简' && text[at] !== '下') continue;
    for (let open = at - 1; open >= Math.max(0, at - BEFORE); open -= 1) {
      if (text[open] === '（' || text[open] === '(') found.push(open);
    }
  }
  return found.sort((a, b) => a - b);
}

/** Matches the abbreviation backwards into what stands before the bracket: 市发改委 in 甲市发展和改革委员会. */
function findCore(text: string, from: number, open: number, short: string): number | undefined {
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
  return at;
}

/** The few characters before that make it the whole name: 甲 before 市生态环境局. */
function findHead(text: string, from: number, core: number): number {
  let at = core;
  while (at > from && core - at < HEAD && /[\u4e00-\u9fff]/u.test(text[at - 1]!) && !STOPS.includes(text[at - 1]!))
    at -= 1;
  return at;
}

const HEAD = 6;
const STOPS = '的了在由经从向对把被将至到为是以等和与及';
