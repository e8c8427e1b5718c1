import type { Item, ItemFields } from './bulletin-words.ts';

/** Words of an item that the server did not take, and the item as it was when they were typed. */
interface UnsavedWords {
  fields: ItemFields;
  base: Item;
}

/** Words that could not be saved (没有存上的文字), until the window is closed: of one person, in one issue. */
export interface FoundWords {
  read: () => ReadonlyMap<string, UnsavedWords>;
  /** Keeps the words of an item, or with null forgets them. */
  keep: (itemId: string, words: UnsavedWords | null) => void;
}

/** The words of this person in this issue; where the browser keeps nothing, none are found. */
export function openFoundWords(personId: string, issueId: string): FoundWords {
  // Another person at the same computer must not find them.
  const key = `xiuzhi:words:${personId}:${issueId}`;
  const read = (): Map<string, UnsavedWords> => {
    try {
      return new Map(JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string, UnsavedWords][]);
    } catch {
      return new Map();
    }
  };
  return {
    read,
    keep(itemId, words) {
      const all = read();
      if (!words && !all.has(itemId)) return;
      if (words) all.set(itemId, words);
      else all.delete(itemId);
      try {
        if (all.size > 0) sessionStorage.setItem(key, JSON.stringify(Array.from(all)));
        else sessionStorage.removeItem(key);
      } catch {
        // A browser that is told to keep nothing, or is full: the words stay on the screen alone.
      }
    },
  };
}
