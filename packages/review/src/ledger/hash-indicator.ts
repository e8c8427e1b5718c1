/** Characters that change nothing in what is counted: 粮食总产量 and 粮食产量. */
const SKIPPED = new Uint8Array(65_536);
for (const character of ' 　总量数额的共约达为') SKIPPED[character.charCodeAt(0)] = 1;

/** Hash of the name of an indicator `[start, end)`, indifferent to 总、量、数、额; 0 where fewer than two characters are left. */
export function hashIndicator(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (SKIPPED[code] === 1) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
    count += 1;
  }
  return count < 2 ? 0 : hash | 1;
}

/** The name without those characters. */
export function normaliseIndicator(name: string): string {
  return name.replace(/[\s总量数额的共约达为]/gu, '');
}
