import type { Passage, Reader } from '../rule.ts';
import type { DictionaryWord } from '../settings.ts';
import { hashPair, passes, WordTable } from '../word-table.ts';

/** A way of writing that the dictionary lists: the word itself, or one to be pointed out. */
export interface Form {
  readonly entry: DictionaryWord;
  readonly isWrong: boolean;
}

/** The work's own dictionary (本书词库), made ready to be looked up in the text. */
export interface Dictionary {
  readonly table: WordTable<Form>;
  /** Characters of its longest word. */
  readonly longest: number;
}

/** Reads the dictionary of the settings; undefined where there is none. Words of one character are left out. */
export const readDictionary: Reader<Dictionary | undefined> = (_, { dictionary }) => {
  if (dictionary === undefined || dictionary.length === 0) return undefined;
  const forms = new Map<string, Form[]>();
  let longest = 0;
  const add = (written: string, form: Form): void => {
    if (written.length < 2) return;
    longest = Math.max(longest, written.length);
    const known = forms.get(written);
    if (known === undefined) forms.set(written, [form]);
    else known.push(form);
  };
  for (const entry of dictionary) {
    add(entry.word, { entry, isWrong: false });
    for (const written of entry.wrong ?? []) if (written !== entry.word) add(written, { entry, isWrong: true });
  }
  return { table: new WordTable(forms), longest };
};

/** A dictionary form at a place of the text. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly Form[];
}

/** The longest form of the dictionary at each place of a passage, in text order; those inside a longer one are left out. */
export function findForms({ text }: Passage, { table }: Dictionary, start: number, end: number): Occurrence[] {
  const found: Occurrence[] = [];
  let past = start;
  let longest = 0;
  const take = ({ word, owners }: { readonly word: string; readonly owners: readonly Form[] }, at: number): void => {
    if (word.length <= longest || at + word.length <= past) return;
    if (longest > 0) found.pop();
    longest = word.length;
    found.push({ start: at, end: at + word.length, forms: owners });
  };
  for (let at = start; at + 1 < end; at += 1) {
    if (!passes(table.pairs, hashPair(text.charCodeAt(at), text.charCodeAt(at + 1)))) continue;
    longest = 0;
    table.findAt(text, at, end, take);
    if (longest > 0) past = at + longest;
  }
  return found;
}
