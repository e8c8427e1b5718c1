import { widthOf } from './measures.ts';

/**
 * Piece of a line of text: one that breaks as text does, one that stays whole, or one that may begin a line though it
 * stands close to what is before it. No joiner stands between them: readers of PDF lose the character before one.
 */
export type TextPiece = string | { readonly whole: string } | { readonly next: string };

const LATIN = String.raw`[\p{Script=Latin}\p{Nd}.%％]`;
/** A range (2024—2026年) or a unit with a slash (60km/h), with all that is Latin or a digit before and after. */
const WHOLE = new RegExp(String.raw`(?:${LATIN}+|[^\s—–～/])(?:(?<!—)[—–～／/](?!—)(?:${LATIN}+|[^\s—–～/／]))+`, 'gu');
/** Longer than that, and it may break after all. */
const LONGEST_WHOLE = 14;
/** Latin letters, digits, marks and whatever else stands close; Chinese characters break by themselves. */
const UNBROKEN = /[^\s\p{Script=Han}，。、；：！？]{3,}/gu;

/**
 * Parts a text for the typesetter: no line begins or ends with a 连接号 nor breaks after a slash, and a run without any
 * place to break is given some, so that it never leaves its measure (characters a line).
 */
export function breakText(text: string, measure: number): TextPiece[] {
  const most = Math.max(1, Math.floor(measure));
  const pieces: TextPiece[] = [];
  const flow = (part: string) => pieces.push(...breakRuns(part, most));
  let end = 0;
  for (const { 0: run, index } of text.matchAll(WHOLE)) {
    if (widthOf(run) > Math.min(LONGEST_WHOLE, most)) continue;
    flow(text.slice(end, index));
    pieces.push({ whole: run });
    end = index + run.length;
  }
  flow(text.slice(end));
  return pieces;
}

function breakRuns(text: string, most: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(UNBROKEN)) {
    if (widthOf(run) <= most) continue;
    const parts = cutRun(run, most / 3);
    pieces.push(text.slice(end, index) + parts[0]!, ...parts.slice(1).map((next) => ({ next })));
    end = index + run.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** A third of a line each, so that a run may begin anywhere in one without a wide gap before it. */
function cutRun(run: string, most: number): string[] {
  const parts = [''];
  let width = 0;
  for (const character of run) {
    width += widthOf(character);
    if (width > most && parts.at(-1) !== '') {
      parts.push('');
      width = widthOf(character);
    }
    parts[parts.length - 1] += character;
  }
  return parts;
}
