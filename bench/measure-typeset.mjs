// Measures the typesetter: an issue of six items as PDF, Word file and HTML, a process each time: node measure-typeset.mjs <runs>.
import { typesetDocx, typesetHtml, typesetPdf } from '@xiuzhi/typeset';

import { sampleBulletin, sampleRegister } from '../packages/typeset/test/sample-papers.ts';
import { median, round } from './cpu-time.mjs';

const [runs] = process.argv.slice(2);
const issue = sampleBulletin(6);
const register = sampleRegister(1_000);

const { pages } = await typesetPdf(issue);
const pdf = await measureClock(() => typesetPdf(issue), Number(runs));
const docx = await measureClock(() => typesetDocx(issue), Number(runs));
const html = await measureClock(() => typesetHtml(issue), Number(runs));
const long = await typesetPdf(register);
const table = await measureClock(() => typesetPdf(register), Math.ceil(Number(runs) / 3));
console.log(JSON.stringify({ items: 6, pages, pdf, docx, html, rows: 1_000, tablePages: long.pages, table }));

/** Seconds on the clock: the work is done in another process, whose start is part of it. */
async function measureClock(work, times) {
  const samples = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work();
    samples.push((performance.now() - start) / 1_000);
  }
  samples.sort((one, other) => one - other);
  return { median: round(median(samples)), slowest: round(samples.at(-1)) };
}
