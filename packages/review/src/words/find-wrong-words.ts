import confusions from '../lexicons/confusions.json' with { type: 'json' };
import fieldLookalikes from '../lexicons/field-lookalikes.json' with { type: 'json' };
import lookalikes from '../lexicons/lookalikes.json' with { type: 'json' };
import terms from '../lexicons/terms.json' with { type: 'json' };
import type { Passage } from '../rule.ts';
import type { Block } from '../volume.ts';
import { probeTerm } from './near-terms.ts';
import { PairScanner } from './pair-scanner.ts';
import type { WrongPlace } from './wrong-place.ts';
import { WrongWordProbe, type WrongWord } from './wrong-words.ts';

let scanner: PairScanner | undefined;
let lastBlock: Block | undefined;
let lastText = '';
let lastPlaces: readonly WrongPlace[] = [];

/** The wrong forms of all lists in a passage (误写), read once for the rules that ask for them one after the other. */
export function findWrongWords({ text, block, start, end }: Passage): readonly WrongPlace[] {
  // A block that is edited to the same length is the same block with other words.
  if (block !== lastBlock || text !== lastText) {
    scanner ??= buildScanner();
    lastPlaces = scanner.scan(text, start, end);
    lastBlock = block;
    lastText = text;
  }
  return lastPlaces;
}

/** Longer forms first: the longest of a pair is what is told. */
function buildScanner(): PairScanner {
  const built = new PairScanner();
  for (const term of terms) for (const [pair, probe] of probeTerm(term)) built.add(pair, 0, probe);
  const byLength: WrongWord[][] = [];
  for (const word of confusions) (byLength[word.wrong.length] ??= []).push(word);
  for (const list of [lookalikes, fieldLookalikes])
    for (const { right, wrong } of list)
      for (const form of wrong.split(' '))
        (byLength[form.length] ??= []).push({ wrong: form, right, kind: 'lookalike' });
  for (let length = byLength.length - 1; length > 0; length -= 1)
    for (const { wrong, right, kind, except } of byLength[length] ?? []) {
      const probe = new WrongWordProbe(wrong, right, kind, except);
      built.add(wrong, probe.offset, probe);
    }
  return built;
}
