// Measures reading and review of a book of a given length: node measure-growth.mjs <file> <characters>.
import { readFileSync } from 'node:fs';

import { readManuscript } from '@xiuzhi/manuscript';
import { review } from '@xiuzhi/review';

import { cpuTime, measureWarm, round } from './cpu-time.mjs';
import { cutAtLine, repeat } from './prepare-corpus.mjs';

const MOST_BYTES = 59e6;

const [file, size] = process.argv.slice(2);
const source = readFileSync(file, 'utf8');
// Drawn tables shrink when read: the file has more characters than the logical text that is asked for.
const { volume: once } = await readManuscript(new TextEncoder().encode(source), 'book.md');
const wanted = Math.ceil((Number(size) * source.length) / once.text.length);
let bytes = new TextEncoder().encode(cutAtLine(repeat(source, wanted), wanted));
if (bytes.length > MOST_BYTES) bytes = bytes.slice(0, bytes.lastIndexOf(10, MOST_BYTES) + 1);

const start = cpuTime();
const { volume } = await readManuscript(bytes, 'book.md');
const readSeconds = round(cpuTime(start));
const characters = volume.text.length;
const findings = review(volume).length;
const { warmSeconds, samples } = measureWarm(() => review(volume), 3);
console.log(
  JSON.stringify({
    characters,
    findings,
    readSeconds,
    reviewSeconds: warmSeconds,
    samples,
    read: Math.round(characters / readSeconds),
    review: Math.round(characters / warmSeconds),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
