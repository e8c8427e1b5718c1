import type { LetterPaper } from './letter-paper.ts';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SECRET = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Names of the custom properties that carry the letter and the fingerprints of its printed paragraphs. */
export const PROPERTY = { letter: 'XiuzhiLetter', printed: 'XiuzhiPrinted' } as const;

/** Letter a file says it is (文书标识). */
export interface LetterMark {
  readonly letterId: string;
  readonly secret: string;
}

/** `letterId.secret`; throws for an id or a secret that could not be read back. */
export function markLetter({ letterId, secret }: LetterPaper): string {
  if (!UUID.test(letterId) || !SECRET.test(secret)) throw new TypeError('letter without a readable id');
  return `${letterId}.${secret}`;
}

/** Reads `letterId.secret` wherever it stands in a text. */
export function findLetterMark(text: string): LetterMark | null {
  const found = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-hjkmnp-tv-z]{26})/i.exec(text);
  return found && { letterId: found[1]!.toLowerCase(), secret: found[2]!.toUpperCase() };
}

/** Text of the hidden paragraph: the letter, then the fingerprints. */
export function hideMark(paper: LetterPaper, prints: readonly string[]): string {
  return `[xiuzhi ${markLetter(paper)} ${prints.join('')}]`;
}

/** The hidden paragraph wherever it stands, also with words written before or behind it. */
export const HIDDEN_MARK = /\[xiuzhi ([^\s\]]*) ([0-9a-z]*)\]/;

/** Bookmarks of the header of a table: letter and secret, so that a table pasted elsewhere still knows its letter. */
export function bookmarkLetter({ letterId, secret }: LetterPaper, table: number): string[] {
  return [`xzl_${encodeUuid(letterId)}_${table}`, `xzs_${secret.toLowerCase()}_${table}`];
}

/** Reads the bookmarks of a header. */
export function readLetterBookmarks(names: readonly string[]): LetterMark | null {
  const find = (kind: string) => names.map((name) => readMark(kind, name)).find((code) => code !== undefined);
  const [letter, secret] = [find('xzl'), find('xzs')];
  const letterId = letter === undefined ? undefined : decodeUuid(letter);
  return letterId === undefined || secret === undefined ? null : { letterId, secret: secret.toUpperCase() };
}

/** Bookmark of the row of a line: at most 40 letters, digits and underscores, which is what Word allows. */
export function bookmarkLine(lineId: string): string {
  return `xz_${encodeUuid(lineId)}`;
}

/** Line a bookmark stands for; programs that copy a bookmark put something behind its name. */
export function readLineBookmark(name: string): string | undefined {
  const code = readMark('xz', name);
  return code === undefined ? undefined : decodeUuid(code);
}

/** Fingerprint (指纹) of a printed paragraph, six characters: tells what was typed afterwards. White space is no matter. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text.replaceAll(/\s/g, '')) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193) >>> 0;
  return encode(BigInt(hash & 0x3fffffff), 6);
}

function readMark(kind: string, name: string): string | undefined {
  const found = /^(xz[ls]?)_([0-9a-hjkmnp-tv-z]{26})(?![0-9a-z])/i.exec(name);
  return found?.[1]?.toLowerCase() === kind ? found[2]!.toLowerCase() : undefined;
}

function encodeUuid(uuid: string): string {
  if (!UUID.test(uuid)) throw new TypeError('id that could not be read back');
  return encode(BigInt(`0x${uuid.replaceAll('-', '')}`), 26);
}

function decodeUuid(code: string): string | undefined {
  const value = Array.from(code).reduce((sum, digit) => sum * 32n + BigInt(DIGITS.indexOf(digit)), 0n);
  const hex = value.toString(16).padStart(32, '0');
  return hex.length > 32 ? undefined : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function encode(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 32n) text = DIGITS[Number(rest % 32n)]! + text;
  return text;
}
