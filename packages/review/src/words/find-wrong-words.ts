import confusions from '../lexicons/confusions.json' with { type: 'json' };
import lookalikes from '../lexicons/lookalikes.json' with { type: 'json' };
import type { Passage } from '../rule.ts';
import type { Block } from '../volume.ts';
import { WrongWords, type WrongPlace } from './wrong-words.ts';

let words: WrongWords | undefined;
let lastBlock: Block | undefined;
let lastPlaces: readonly WrongPlace[] = [];

/** The wrong forms of all lists in a passage (误写), read once for the rules that ask for them one after the other. */
export function findWrongWords({ text, block, start, end }: Passage): readonly WrongPlace[] {
  if (block !== lastBlock) {
    words ??= new WrongWords([
      ...confusions,
      ...lookalikes.flatMap(({ right, wrong }) =>
        wrong.split(' ').map((form) => ({ wrong: form, right, kind: 'lookalike' })),
      ),
    ]);
    lastPlaces = words.scan(text, start, end);
    lastBlock = block;
  }
  return lastPlaces;
}
