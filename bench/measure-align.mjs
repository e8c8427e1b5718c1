// Measures the alignment of a book with a revision edited by a script: node measure-align.mjs <file> <CPU seconds>.
import { readFileSync } from 'node:fs';

import { alignVolumes, makeFollower } from '@xiuzhi/align';
import { readManuscript } from '@xiuzhi/manuscript';
import { diffArrays } from 'diff';

import { editGazetteer } from '../packages/align/test/edit-gazetteer.ts';
import { cpuTime, measureWarm, round } from './cpu-time.mjs';

const [file, budget] = process.argv.slice(2);
const { volume: before } = await readManuscript(readFileSync(file), 'book.md');
const { after, counts } = editGazetteer(before);
const linesOf = ({ text, blocks }) => blocks.map(({ start, end }) => text.slice(start, end));

const start = cpuTime();
const alignment = alignVolumes(before, after);
const coldSeconds = round(cpuTime(start));
const align = measureWarm(() => alignVolumes(before, after), Number(budget));
const follow = measureWarm(() => {
  const place = makeFollower(alignment, before, after);
  for (const block of before.blocks) place(block);
}, Number(budget));
const peer = measureWarm(() => diffArrays(linesOf(before), linesOf(after)), Number(budget));
const limit = measureWarm(() => passOver(before.text) + passOver(after.text), Number(budget));
console.log(
  JSON.stringify({
    characters: before.text.length,
    blocks: before.blocks.length,
    edits: counts,
    rowsNotSame: alignment.rows.filter(({ kind, moved }) => kind !== 'same' || moved).length,
    coldSeconds,
    warmSeconds: align.warmSeconds,
    followSeconds: follow.warmSeconds,
    peerSeconds: peer.warmSeconds,
    limitSeconds: limit.warmSeconds,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);

function passOver(text) {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum = (sum + text.charCodeAt(index)) | 0;
  return sum;
}
