/** CPU seconds (user and system, all threads) this process has used since it began, or since an earlier reading. */
export function cpuTime(since = 0) {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 - since;
}

const SAMPLE = 0.1;

/**
 * CPU seconds of one pass of `work`, warm: the median of several samples, each of passes that together take a tenth of a
 * second at least, after as much again for warming up. Stops within about `budget` CPU seconds, after one sample at least.
 */
export function measureWarm(work, budget) {
  const began = cpuTime();
  while (cpuTime(began) < budget / 3) work();
  const samples = [];
  do {
    globalThis.gc?.();
    const start = cpuTime();
    let passes = 0;
    do {
      work();
      passes += 1;
    } while (cpuTime(start) < SAMPLE);
    samples.push(cpuTime(start) / passes);
  } while (cpuTime(began) < budget && samples.length < 21);
  samples.sort((a, b) => a - b);
  return { warmSeconds: round(median(samples)), lowest: round(samples[0]), samples: samples.length };
}

/** Middle of sorted numbers. */
export function median(sorted) {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Six significant digits are more than any of this deserves. */
export function round(value) {
  return Number(value.toPrecision(6));
}
