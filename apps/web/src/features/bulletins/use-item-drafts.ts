import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { fieldsOf, type Item, type ItemFields, saysSame } from './bulletin-words.ts';
import type { FoundWords } from './found-words.ts';
import type { IssueEdits } from './use-issue-edits.ts';

/** A pause in typing after which the item is saved. */
const PAUSE = 1000;

/** What was typed into an item (正在改的文字), until the item is left. */
export interface ItemDraft {
  fields: ItemFields;
  /** The item as it was when the typing began, or as it was last kept. */
  base: Item;
  /** The server has all of it; it stays as it was typed, because the server tidies ends of lines. */
  isKept?: true;
  /** Why it was not kept; `stale` where a colleague changed the item meanwhile. */
  refusal?: 'stale' | 'failed';
  problem?: string;
}

/** What is being typed into the items of an issue (随改随存): shown at once, kept after a pause, never overwritten from outside. */
export interface ItemDrafts {
  drafts: ReadonlyMap<string, ItemDraft>;
  /** The item's fields as they stand on the screen. */
  fieldsOf: (item: Item) => ItemFields;
  write: (item: Item, fields: Partial<ItemFields>) => void;
  /** The item is left: what was typed is sent, and it is shown as it is kept. */
  leave: (itemId: string) => void;
  /** Items whose words were not saved when the page was left, and are here again. */
  found: ReadonlySet<string>;
  /** Whether something typed is not kept yet. */
  isWaiting: boolean;
  /** Sends what is waiting; resolves with whether everything is kept. */
  flush: () => Promise<boolean>;
  /** Keeps one's own words over those of a colleague (`mine`), or takes theirs. */
  resolve: (item: Item, whose: 'mine' | 'theirs') => void;
}

/** Drafts of the items of this issue, saved through `edits`; `unsaved` has what could not be saved before. */
export function useItemDrafts(edits: IssueEdits, unsaved: FoundWords, items: readonly Item[]): ItemDrafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ItemDraft>>(() => findAgain(unsaved, items));
  const [found] = useState<ReadonlySet<string>>(() => new Set(drafts.keys()));
  const kept = useRef(drafts);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const change = useCallback((id: string, draft: ItemDraft | null) => {
    const next = new Map(kept.current);
    if (draft) next.set(id, draft);
    else next.delete(id);
    kept.current = next;
    setDrafts(next);
  }, []);

  /** Items that the focus is not in. */
  const left = useRef(new Set<string>());
  const underWay = useRef(new Map<string, Promise<void>>());
  const sendNow = async (id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    const draft = kept.current.get(id);
    if (!draft || draft.isKept || draft.refusal === 'stale') return;
    if (draft.fields.title.trim() === '') {
      unsaved.keep(id, draft);
      change(id, { ...draft, refusal: 'failed', problem: '请填写题名，填好以后自动保存。' });
      return;
    }
    const { fields, base } = draft;
    const sent = await edits.editItem(id, base.version, fields);
    const typed = kept.current.get(id);
    if (!typed) return;
    if ('issue' in sent) {
      unsaved.keep(id, null);
      const saved = sent.issue.bulletinItems.find((item) => item.id === id);
      if (!saved || (left.current.has(id) && saysSame(typed.fields, fields))) change(id, null);
      else if (saysSame(typed.fields, fields)) change(id, { fields, base: saved, isKept: true });
      else {
        change(id, { fields: typed.fields, base: saved });
        wait(id);
      }
    } else {
      unsaved.keep(id, sent.isMarked ? null : typed);
      change(id, { ...typed, refusal: sent.refusal, problem: sent.problem });
      if (sent.refusal === 'stale') await edits.refresh();
    }
  };
  const send = useRef<(id: string) => Promise<void>>(async () => undefined);
  // One after another: what is sent next goes by the version that the one before it left.
  send.current = (id) => {
    const sent = (underWay.current.get(id) ?? Promise.resolve()).then(() => sendNow(id));
    underWay.current.set(id, sent);
    return sent;
  };
  const wait = useCallback((id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.set(
      id,
      setTimeout(() => void send.current(id), PAUSE),
    );
  }, []);

  const write = useCallback(
    (item: Item, fields: Partial<ItemFields>) => {
      left.current.delete(item.id);
      const before = kept.current.get(item.id);
      const base = before?.base ?? item;
      const next = { ...(before?.fields ?? fieldsOf(item)), ...fields };
      if (before?.refusal === 'stale') {
        unsaved.keep(item.id, { fields: next, base });
        change(item.id, { ...before, fields: next });
        return;
      }
      // Under way to the server it may differ from the base although it says the same.
      if (saysSame(next, base) && !timers.current.has(item.id) && !before) return;
      change(item.id, { fields: next, base });
      wait(item.id);
    },
    [change, wait, unsaved],
  );

  const leave = useCallback(
    (id: string) => {
      left.current.add(id);
      if (kept.current.get(id)?.isKept) change(id, null);
      else void send.current(id);
    },
    [change],
  );

  const flush = useCallback(async () => {
    await Promise.all(Array.from(kept.current.keys(), (id) => send.current(id)));
    await edits.settle();
    return !isAnyWaiting(kept.current);
  }, [edits]);

  const resolve = useCallback(
    (item: Item, whose: 'mine' | 'theirs') => {
      const draft = kept.current.get(item.id);
      if (!draft) return;
      if (whose === 'theirs') {
        unsaved.keep(item.id, null);
        change(item.id, null);
      } else {
        change(item.id, { fields: draft.fields, base: item });
        void send.current(item.id);
      }
    },
    [change, unsaved],
  );

  const isWaiting = isAnyWaiting(drafts);
  useEffect(() => {
    if (!isWaiting) return undefined;
    addEventListener('beforeunload', askFirst);
    return () => removeEventListener('beforeunload', askFirst);
  }, [isWaiting]);
  useEffect(() => {
    for (const id of found) wait(id);
  }, [found, wait]);
  // Leaving for another page of the app keeps what was typed a moment ago.
  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const id of Array.from(waiting.keys())) void send.current(id);
    };
  }, []);

  return useMemo(
    () => ({
      drafts,
      found,
      isWaiting,
      fieldsOf: (item) => drafts.get(item.id)?.fields ?? fieldsOf(item),
      write,
      leave,
      flush,
      resolve,
    }),
    [drafts, found, isWaiting, write, leave, flush, resolve],
  );
}

/** Words that were not saved, for the items that are still there and do not say the same by now. */
function findAgain(unsaved: FoundWords, items: readonly Item[]): ReadonlyMap<string, ItemDraft> {
  const again = new Map<string, ItemDraft>();
  for (const [id, { fields, base }] of unsaved.read()) {
    const item = items.find((one) => one.id === id);
    if (item && saysSame(fields, item)) unsaved.keep(id, null);
    else if (item) again.set(id, { fields, base });
  }
  return again;
}

function isAnyWaiting(drafts: ReadonlyMap<string, ItemDraft>): boolean {
  return Array.from(drafts.values()).some(({ isKept }) => !isKept);
}

/** Makes the browser ask before the page is closed over words that are not kept yet. */
function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Chromium 90 asks only where this is set.
  event.returnValue = true;
}
