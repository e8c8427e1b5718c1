import { readFileSync } from 'node:fs';

import { childrenOf } from '../../apps/server/test/run-server.ts';

/** Highest memory of a process and of the children it had while it was watched, MB. */
export interface PeakMemory {
  readonly server: number;
  /** Largest single child. */
  readonly child: number;
}

/** Watches the memory of a process (peak resident set, `VmHWM`) until `stop`; Linux only. */
export function watchMemory(pid: number): { stop: () => PeakMemory } {
  let child = 0;
  const look = () => {
    // The database is a child too, but not one whose memory an import makes.
    const readers = childrenOf(pid).filter(({ command }) => command.includes('.child.ts'));
    for (const one of readers) child = Math.max(child, peakOf(one.pid));
  };
  const timer = setInterval(look, 40);
  return {
    stop() {
      clearInterval(timer);
      return { server: peakOf(pid), child };
    },
  };
}

function peakOf(pid: number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}
