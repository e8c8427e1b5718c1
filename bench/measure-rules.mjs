// Measures what each rule costs on the corpus: node bench/measure-rules.mjs [FILE] → ms per million characters, dearest first.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { readManuscript } from '@xiuzhi/manuscript';

import { runRules } from '../packages/review/src/review.ts';
import { ALL_RULES } from '../packages/review/src/rules/index.ts';

const lab = process.env.XIUZHI_LAB ?? path.join(import.meta.dirname, '../../shared/lab');
const file = process.argv[2] ?? path.join(lab, 'gazetteers/东明县志（1986-2005）.md');
const { volume } = await readManuscript(readFileSync(file), path.basename(file));

const base = measure([]);
const all = measure(ALL_RULES);
const each = ALL_RULES.map((rule) => ({ id: rule.id, ...measure([rule]) }));
each.sort((a, b) => b.ms - a.ms);
console.log(`${'all'.padEnd(36)} ${print(all.ms)} ms/M  ${all.findings} findings  ${(1000 / all.ms).toFixed(1)} M/s`);
for (const { id, ms, findings } of each)
  console.log(`${id.padEnd(36)} ${print(ms - base.ms)} ms/M  ${findings} findings`);

/** Least CPU milliseconds per million characters of several runs. */
function measure(rules) {
  let ms = Infinity;
  let findings = 0;
  for (let run = 0; run < 7; run += 1) {
    const before = process.cpuUsage();
    findings = runRules(volume, rules).length;
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1000 / (volume.text.length / 1e6));
  }
  return { ms, findings };
}

function print(ms) {
  return Math.max(0, ms).toFixed(2).padStart(7);
}
