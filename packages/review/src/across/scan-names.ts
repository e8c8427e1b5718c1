import type { Reader } from '../rule.ts';
import { SURNAMES } from '../wording/surnames.ts';

/** Names of the running text (名称写法): institutions by their ends, persons behind their posts. */
export interface ScannedNames {
  /** Start, end and hash of each name of an institution of five Han characters or more, three numbers a name. */
  readonly institutions: readonly number[];
  /** Start and end of each name of a person that stands right behind a post, two numbers a name. */
  readonly persons: readonly number[];
}

/** Last character of a name or post → what may stand before it; '' for anything. */
const ENDS: Readonly<Record<string, string>> = {
  局: '',
  会: '员协合',
  司: '公',
  校: '学党',
  学: '中小大',
  院: '医学究法察生',
  行: '银支分',
  社: '用作销合',
  所: '究务出',
  处: '理事',
  室: '公',
  心: '中',
  部: '挥传织战装',
  队: '支大',
};
const POSTS: Readonly<Record<string, string>> = {
  长: '县市局部院校镇乡区厅州省',
  记: '书',
  任: '主',
  席: '主',
  理: '经',
};
const STOP = 64;
const SURNAME = 128;
/** The flags below these: the number of the last character of a name or post, from 1. */
const ENDING = 63;

const FLAGS = new Uint8Array(65_536);
/** Bit n − 1: whether a character may stand before the last character of number n. */
const BEFORE = new Uint32Array(65_536);
const INSTITUTIONS = Object.keys(ENDS).length;
[...Object.entries(ENDS), ...Object.entries(POSTS)].forEach(([last, before], index) => {
  FLAGS[last.charCodeAt(0)]! |= index + 1;
  const bit = 1 << index;
  if (before === '') for (let code = 0x4e00; code <= 0x9fff; code += 1) BEFORE[code]! |= bit;
  for (const character of before) BEFORE[character.charCodeAt(0)]! |= bit;
});
/** Before a name, never in it: 由、在、经 … A name begins behind them. */
for (const mark of '的了在由经从向对把被将至到为是以等其各该本我则即因但已又都也每某兼含据随令请')
  FLAGS[mark.charCodeAt(0)]! |= STOP;
for (const mark of SURNAMES) FLAGS[mark.charCodeAt(0)]! |= SURNAME;

/** Han characters of a name that is compared; one left out makes five of six. */
const SHORTEST = 5;
const LONGEST = 24;

/** Scans the running text for names, once a review. */
export const scanNames: Reader<ScannedNames> = ({ text, blocks }) => {
  const institutions: number[] = [];
  const persons: number[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const from = block.start;
    for (let at = from + 1; at < block.end; at += 1) {
      const ending = FLAGS[text.charCodeAt(at)]! & ENDING;
      if (ending === 0 || (BEFORE[text.charCodeAt(at - 1)]! & (1 << (ending - 1))) === 0) continue;
      const end = at + 1;
      if (ending <= INSTITUTIONS) {
        let start = end;
        let hash = 0;
        while (start > from && end - start <= LONGEST) {
          const each = text.charCodeAt(start - 1);
          if (each < 0x4e00 || each > 0x9fff || (FLAGS[each]! & STOP) !== 0) break;
          hash = Math.imul(hash ^ each, 0x9e3779b1) ^ (hash >>> 13);
          start -= 1;
        }
        if (end - start >= SHORTEST && end - start <= LONGEST) institutions.push(start, end, hash & 0x3fffffff);
      } else if (end + 2 < block.end && (FLAGS[text.charCodeAt(end)]! & SURNAME) !== 0) {
        const length = nameLength(text, end);
        if (length > 0) persons.push(end, end + length);
      }
    }
  }
  return { institutions, persons };
};

/** Behind a name of three characters. */
const BEHIND = '到在主率带作出同等赴为参会就对陪一与和及讲调深走前检慰视致宣指强表要听召接代汇任当说的';

/** Two or three characters up to a mark, or three up to a word that cannot go on the name; 0 where it is not sure. */
function nameLength(text: string, start: number): number {
  let length = 1;
  while (length < 4 && isHan(text.charCodeAt(start + length))) length += 1;
  if (length === 2 || length === 3) return length;
  return length === 4 && BEHIND.includes(text[start + 3]!) ? 3 : 0;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
