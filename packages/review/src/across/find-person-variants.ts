import { yearOfMention } from '../dated/year-of-mention.ts';
import type { Book, Passage } from '../rule.ts';
import { findBlock } from './find-block.ts';
import { areNear } from './near-characters.ts';
import { scanNames } from './scan-names.ts';

/** Two names of one holder of a post in one year (一职两名), the seldom one first. */
export interface PersonVariant {
  readonly start: number;
  readonly end: number;
  readonly post: string;
  readonly name: string;
  readonly usual: string;
  readonly count: number;
  readonly usualCount: number;
  readonly usualStart: number;
}

interface Holder {
  readonly name: string;
  readonly start: number;
  count: number;
}

/** 县长, 县委书记: held by one at a time. */
const SOLE = /((?:代|副)?[县市区省州镇乡]长|(?:[县市区省州地]委|党委|纪委)副?书记)$/u;
/** 公安局局长, 财政所主任: the post with whose it is. */
const OTHER = /([\u4e00-\u9fff]{2,4}(?:副)?(?:局长|部长|院长|校长|厂长|主任|主席|经理|书记))$/u;
const REACH = 12;
/** A bulletin without years tells of one time. */
const SHORT = 20_000;

/** Finds the persons whose names, behind the same post in the same year, are one easily mistaken character apart. */
export function findPersonVariants(book: Book): PersonVariant[] {
  const { text } = book.volume;
  const { persons } = book.read(scanNames);
  const posts = new Map<string, Holder[]>();
  for (let at = 0; at < persons.length; at += 2) {
    const start = persons[at]!;
    const name = text.slice(start, persons[at + 1]);
    const post = readPost(text, start);
    if (post === undefined || /先生|女士|同志/u.test(name)) continue;
    const key = `${post}|${name[0]!}|${name.length}`;
    const holders = posts.get(key) ?? [];
    if (holders.length === 0) posts.set(key, holders);
    const known = holders.find((holder) => holder.name === name);
    if (known === undefined) holders.push({ name, start, count: 1 });
    else known.count += 1;
  }
  return [...posts].flatMap(([key, holders]) => judge(book, key.slice(0, key.indexOf('|')), holders));
}

function readPost(text: string, end: number): string | undefined {
  const before = text.slice(Math.max(0, end - REACH), end);
  const [sole] = SOLE.exec(before) ?? [];
  return sole ?? OTHER.exec(before)?.[0];
}

function judge(book: Book, post: string, holders: readonly Holder[]): PersonVariant[] {
  const found: PersonVariant[] = [];
  for (const [index, one] of holders.entries()) {
    for (const two of holders.slice(index + 1)) {
      if (!isNear(one.name, two.name)) continue;
      const [usual, rare] = one.count >= two.count ? [one, two] : [two, one];
      const isSole = SOLE.test(post) && !/^[镇乡党副]/u.test(post);
      if (usual.count === rare.count ? !isSole : rare.count * 2 > usual.count) continue;
      if (!isSameYear(book, usual.start, rare.start)) continue;
      found.push({
        start: rare.start,
        end: rare.start + rare.name.length,
        post,
        name: rare.name,
        usual: usual.name,
        count: rare.count,
        usualCount: usual.count,
        usualStart: usual.start,
      });
    }
  }
  return found;
}

/** One character apart, not the surname, and that one easily mistaken. */
function isNear(one: string, two: string): boolean {
  let apart = -1;
  for (let at = 0; at < one.length; at += 1) {
    if (one[at] === two[at]) continue;
    if (apart >= 0) return false;
    apart = at;
  }
  return apart > 0 && areNear(one[apart]!, two[apart]!);
}

function isSameYear(book: Book, one: number, two: number): boolean {
  const first = yearOf(book, one);
  return first === yearOf(book, two) && (first !== undefined || book.volume.text.length < SHORT);
}

function yearOf({ volume, settings, read }: Book, at: number): number | undefined {
  const block = volume.blocks[findBlock(volume.blocks, at)];
  if (block === undefined) return undefined;
  const passage: Passage = { volume, settings, read, text: volume.text, block, start: block.start, end: block.end };
  return yearOfMention(passage, at);
}
