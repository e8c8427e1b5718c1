// Measures the Word export: the book as .docx with 300 findings as comments: node measure-export.mjs <file> <CPU seconds>.
import { readFileSync } from 'node:fs';

import { annotateDocx, readManuscript, writeDocx } from '@xiuzhi/manuscript';
import { printComment, review } from '@xiuzhi/review';

import { round } from './cpu-time.mjs';

const COMMENTS = 300;
const [file, budget] = process.argv.slice(2);
const { volume: drawn } = await readManuscript(readFileSync(file), 'book.md');
const original = await writeDocx(drawn);
const { volume, sources } = await readManuscript(original, 'book.docx');
const findings = review(volume, { preset: 'gazetteer' });
const every = Math.max(1, Math.floor(findings.length / COMMENTS));
const comments = findings
  .filter((_, at) => at % every === 0)
  .slice(0, COMMENTS)
  .map((finding) => ({
    spans: sources.toSource(finding.start, finding.end),
    text: printComment(finding, '提意见'),
    author: '审校',
    initials: '审',
    date: new Date(0),
  }));

const read = await measureLater(() => readManuscript(original, 'book.docx'));
const write = await measureLater(() => annotateDocx(original, comments));
const { anchored } = await annotateDocx(original, comments);
console.log(JSON.stringify({ bytes: original.length, comments: comments.length, anchored, read, write }));

/** CPU seconds of the quickest of several runs of asynchronous work. */
async function measureLater(work) {
  const samples = [];
  const end = performance.now() + Number(budget) * 1_000;
  do {
    const from = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(from);
    samples.push((user + system) / 1e6);
  } while (samples.length < 3 || performance.now() < end);
  return round(Math.min(...samples));
}
