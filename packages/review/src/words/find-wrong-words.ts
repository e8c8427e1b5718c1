import confusions from '../lexicons/confusions.json' with { type: 'json' };
import lookalikes from '../lexicons/lookalikes.json' with { type: 'json' };
import terms from '../lexicons/terms.json' with { type: 'json' };
import type { Passage } from '../rule.ts';
import type { Block } from '../volume.ts';
import { probeTerm } from './near-terms.ts';
import { PairScanner } from './pair-scanner.ts';
import type { WrongPlace } from './wrong-place.ts';
import { probeWrongWord } from './wrong-words.ts';

let scanner: PairScanner | undefined;
let lastBlock: Block | undefined;
let lastPlaces: readonly WrongPlace[] = [];

/** The wrong forms of all lists in a passage (误写), read once for the rules that ask for them one after the other. */
export function findWrongWords({ text, block, start, end }: Passage): readonly WrongPlace[] {
  if (block !== lastBlock) {
    scanner ??= buildScanner();
    lastPlaces = scanner.scan(text, start, end);
    lastBlock = block;
  }
  return lastPlaces;
}

function buildScanner(): PairScanner {
  const built = new PairScanner();
  for (const term of terms) for (const [pair, probe] of probeTerm(term)) built.add(pair, probe);
  const words = [
    ...confusions,
    ...lookalikes.flatMap(({ right, wrong }) =>
      wrong.split(' ').map((form) => ({ wrong: form, right, kind: 'lookalike' })),
    ),
  ].sort((a, b) => b.wrong.length - a.wrong.length);
  for (const word of words) built.add(...probeWrongWord(word));
  return built;
}
