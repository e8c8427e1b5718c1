import path from 'node:path';

import { readTable, type SetScore } from '../measure-sets.ts';

/** What the kinds of check in the public tests of one peer come to (同类工具测试的种类), by our own pairs of `sets/peers.tsv`. */
export interface PeerScore {
  readonly peer: string;
  readonly version: string;
  readonly kinds: number;
  /** Against Chinese publishing practice. */
  readonly against: number;
  /** Only of source text: code, Markdown, inner workings. */
  readonly markup: number;
  readonly passed: number;
  /** Kinds that are lost, with their pairs. */
  readonly lost: readonly string[];
}

/** Counts `kinds.tsv` by peer; a kind is passed when its pair is found on the wrong side and silent on the right. */
export function measurePeers(sets: readonly SetScore[]): PeerScore[] {
  const pairs = sets.find(({ set }) => set === 'peers');
  if (pairs === undefined) throw new Error('quality/sets/peers.tsv is missing');
  const failed = new Set([...pairs.missed, ...pairs.alarmed.map((told) => told.split('（')[0]!)]);
  const { rows } = readTable(path.join(import.meta.dirname, 'kinds.tsv'));
  return [...new Set(rows.map(({ peer }) => peer!))].map((peer) => {
    const own = rows.filter((row) => row.peer === peer);
    const count = (standing: string) => own.filter((row) => row.standing === standing).length;
    const lost = own.filter(({ pair }) => failed.has(pair!));
    return {
      peer,
      version: own[0]!.version!,
      kinds: own.length,
      against: count('against'),
      markup: count('markup'),
      passed: count('pair') - lost.length,
      lost: lost.map(({ pair, kind }) => `${kind!} (${pair!})`),
    };
  });
}
