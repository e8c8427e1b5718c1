// Preloaded into a process that is measured: leaves what it used in a file when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  writeFileSync(process.env.BENCH_CPU_REPORT, JSON.stringify({ cpu: (user + system) / 1e6, peakMb }));
});
