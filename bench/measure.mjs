// Measures one subject: node measure.mjs <subject> <corpus.json> <CPU seconds>; prints one line of JSON.
import { readFileSync } from 'node:fs';

import { cpuTime, measureWarm, round } from './cpu-time.mjs';

const [name, file, budget] = process.argv.slice(2);
const corpus = JSON.parse(readFileSync(file, 'utf8'));
const { load } = await import(`./subjects/${name}.mjs`);
const { version, check, skipped } = await load(corpus);
const findings = await check();
// Everything up to here: start of Node, loading, corpus, one pass over all of it.
const coldSeconds = round(cpuTime());
const warm = check.constructor.name === 'AsyncFunction' ? await measureAsync() : measureWarm(check, Number(budget));
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`\n${JSON.stringify({ version, findings, ...skipped?.(), coldSeconds, ...warm, peakMb })}\n`);

/** For subjects that cannot be called without awaiting: whole passes, the median of those that fit. */
async function measureAsync() {
  const samples = [];
  const began = cpuTime();
  await check();
  do {
    globalThis.gc?.();
    const start = cpuTime();
    await check();
    samples.push(cpuTime(start));
  } while (cpuTime(began) < Number(budget) || samples.length < 3);
  samples.sort((a, b) => a - b);
  return { warmSeconds: round(samples[samples.length >> 1]), lowest: round(samples[0]), samples: samples.length };
}
