import { describe, expect, it } from 'vitest';

import { takeTurns } from './take-turns.ts';

describe('takeTurns', () => {
  /** Jobs that end when they are told to. */
  function open(most: number) {
    const take = takeTurns(most);
    const started: string[] = [];
    const ends = new Map<string, () => void>();
    const ask = (who: string, name: string) =>
      take(who, async () => {
        started.push(name);
        await new Promise<void>((end) => ends.set(name, end));
        if (name.endsWith('!')) throw new Error(name);
        return name;
      });
    const end = async (name: string) => {
      ends.get(name)!();
      await new Promise(setImmediate);
    };
    return { ask, end, started };
  }

  it('runs so many at once, the next when one has ended, whether it succeeded or not', async () => {
    const { ask, end, started } = open(2);
    const answers = ['a', 'b!', 'c', 'd'].map((name) => ask('one', name));
    const settled = Promise.allSettled(answers);
    await new Promise(setImmediate);
    expect(started).toEqual(['a', 'b!']);
    await end('b!');
    expect(started).toEqual(['a', 'b!', 'c']);
    await end('a');
    expect(started).toEqual(['a', 'b!', 'c', 'd']);
    await end('c');
    await end('d');
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    const last = ask('one', 'e');
    await new Promise(setImmediate);
    await end('e');
    expect(await last).toBe('e');
  });

  it('serves whoever waits in turn, not who sent most', async () => {
    const { ask, end, started } = open(1);
    for (const name of ['a1', 'a2', 'a3', 'a4']) void ask('a', name);
    void ask('b', 'b1');
    void ask('b', 'b2');
    void ask('c', 'c1');
    await new Promise(setImmediate);
    for (let nth = 0; nth < 7; nth++) await end(started.at(-1)!);
    expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });
});
