/** Runs a job of somebody when their turn comes; what the job gives or throws. */
export type TakeTurn = <T>(who: string, job: () => Promise<T>) => Promise<T>;

/** Lets so many jobs run at once (轮流办理). Who waits comes in turn, person by person, however many jobs one of them has sent. */
export function takeTurns(most: number): TakeTurn {
  const waiting = new Map<string, (() => void)[]>();
  let running = 0;
  const startNext = () => {
    const [who, jobs] = waiting.entries().next().value ?? [];
    if (running >= most || who === undefined || !jobs) return;
    running++;
    const [start, ...later] = jobs;
    waiting.delete(who);
    if (later.length > 0) waiting.set(who, later);
    start!();
  };
  return async (who, job) => {
    await new Promise<void>((start) => {
      waiting.set(who, [...(waiting.get(who) ?? []), start]);
      startNext();
    });
    try {
      return await job();
    } finally {
      running--;
      startNext();
    }
  };
}
