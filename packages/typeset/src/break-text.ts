import { widthOf } from './measures.ts';

const JOINER = '\u2060';
const BREAK = '\u200b';

/**
 * Text for the typesetter: no line begins or ends with a 连接号 nor breaks after a slash (60km/h), and a run
 * without any place to break is given some, so that it never leaves its `measure` (characters a line).
 */
export function breakText(text: string, measure: number): string {
  const glued = text
    .replaceAll(/(?<=[^\s—])([—–～~])(?=[^\s—])/gu, `${JOINER}$1${JOINER}`)
    .replaceAll(/([/／])(?=\S)/gu, `$1${JOINER}`);
  const most = Math.max(2, Math.floor(measure));
  return glued.replaceAll(UNBROKEN, (run) => (widthOf(run) <= most ? run : breakRun(run, Math.max(1, most - 1))));
}

/** Latin letters, digits, marks and whatever else stands close; Chinese characters break by themselves. */
const UNBROKEN = /[^\s\p{Script=Han}，。、；：！？]{3,}/gu;

function breakRun(run: string, most: number): string {
  let broken = '';
  let width = 0;
  for (const character of run) {
    width += widthOf(character);
    // A third of a line, so that a run may begin anywhere in one without a wide gap before it.
    if (width > most / 3) {
      broken += BREAK;
      width = 0;
    }
    broken += character;
  }
  return broken.replaceAll(JOINER, '');
}
