/** Replies of one sender under way at once, and within an hour; on this node. */
const MOST_AT_ONCE = 2;
const MOST_AN_HOUR = 30;
/** An editor hands in what hundreds of units have sent. */
const MOST_SIGNED_IN = 600;
const HOUR = 3_600_000;

/** Slows down (限流) whoever sends in files: an address, or a person who is signed in. */
export interface ReplyThrottle {
  /** A function to call when the file is dealt with, or null where the sender has to wait. */
  enter(sender: { readonly address: string; readonly personId?: string | undefined }): (() => void) | null;
}

/** Makes the throttle of a node; `now` in milliseconds. */
export function throttleReplies(now: () => number = Date.now): ReplyThrottle {
  const seen = new Map<string, { running: number; times: number[] }>();
  return {
    enter({ address, personId }) {
      const sender = personId ?? address;
      const since = now() - HOUR;
      for (const [key, entry] of seen) {
        entry.times = entry.times.filter((at) => at > since);
        if (entry.running === 0 && entry.times.length === 0) seen.delete(key);
      }
      const entry = seen.get(sender) ?? { running: 0, times: [] };
      if (entry.running >= MOST_AT_ONCE || entry.times.length >= (personId ? MOST_SIGNED_IN : MOST_AN_HOUR))
        return null;
      seen.set(sender, entry);
      entry.running++;
      entry.times.push(now());
      return () => void entry.running--;
    },
  };
}
