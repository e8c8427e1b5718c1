import { readFileSync } from 'node:fs';

import { childrenOf } from '../run-server.ts';

/** Peak of the memory of a process and of its own children since the watch began, MB. */
export interface Peak {
  /** Stops watching. */
  stop(): { readonly server: number; readonly children: number };
}

/** Watches the memory (内存峰值) of a running process and of whatever it starts, as the kernel counts it. */
export function watchPeak(pid: number): Peak {
  let children = 0;
  const look = () => {
    for (const child of childrenOf(pid))
      if (!child.command.includes('postgres')) children = Math.max(children, peakOf(child.pid));
  };
  const timer = setInterval(look, 20);
  return {
    stop() {
      clearInterval(timer);
      return { server: peakOf(pid), children };
    },
  };
}

function peakOf(pid: number): number {
  try {
    return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
