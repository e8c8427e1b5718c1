import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';

import { api, client, describeFault, isRefusal } from '../../api.ts';
import { noticeSession } from '../../query.ts';
import type { IssueInFull, ItemFields } from './bulletin-words.ts';

/** How far saving has come: `stale` where somebody else changed the issue meanwhile. */
export type Saving =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'stale' }
  | { kind: 'failed'; problem: string };

/** What became of an edit that was sent: the issue as it is now, or why it was not kept. */
export type Sent =
  | { issue: IssueInFull }
  /** `isMarked`: the words bear a mark of secrecy, and must not be kept anywhere. */
  | { refusal: 'stale' | 'failed'; problem: string; isMarked: boolean };

export type HeadFields = Partial<
  Pick<IssueInFull, 'issuedOn' | 'supplement' | 'disclosure' | 'ground' | 'recipients' | 'printedBy' | 'copies'>
>;

/** Edits of an issue (编辑一期), sent one after another with the version the one before them left. */
export interface IssueEdits {
  saving: Saving;
  update: (fields: HeadFields) => Promise<Sent>;
  /** `version` is that of the item which the person read and changed. */
  editItem: (itemId: string, version: number, fields: ItemFields) => Promise<Sent>;
  addItem: (fields: ItemFields) => Promise<Sent>;
  removeItem: (itemId: string) => Promise<Sent>;
  order: (itemIds: readonly string[]) => Promise<Sent>;
  /** Resolves when all that was sent has come back. */
  settle: () => Promise<void>;
  refresh: () => Promise<void>;
}

/** The edits of one issue; the issue itself stays in the query cache. */
export function useIssueEdits(id: string): IssueEdits {
  const queryClient = useQueryClient();
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const edits = useMemo(() => {
    const key = api.bulletins.get.queryKey({ input: { id } });
    const now = () => queryClient.getQueryData<IssueInFull>(key)!;
    const send = (step: () => Promise<IssueInFull>): Promise<Sent> => {
      const work = async (): Promise<Sent> => {
        setSaving({ kind: 'saving' });
        try {
          const issue = await step();
          queryClient.setQueryData<IssueInFull>(key, issue);
          setSaving({ kind: 'saved', at: Date.now() });
          void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() });
          return { issue };
        } catch (error) {
          noticeSession(error);
          const problem = describeFault(error);
          const isStale = isRefusal(error, 'STALE');
          setSaving(isStale ? { kind: 'stale' } : { kind: 'failed', problem });
          return { refusal: isStale ? 'stale' : 'failed', problem, isMarked: isRefusal(error, 'CLASSIFIED') };
        }
      };
      const sent = queue.current.then(work);
      queue.current = sent;
      return sent;
    };
    return {
      update: (fields: HeadFields) =>
        send(() => {
          const { version, issuedOn, supplement, disclosure, ground, recipients, printedBy, copies } = now();
          const head = { issuedOn, supplement, disclosure, ground, recipients, printedBy, copies };
          return client.bulletins.update({ id, version, ...head, ...fields });
        }),
      editItem: (itemId: string, version: number, fields: ItemFields) =>
        send(() => client.bulletins.editItem({ id: itemId, version, ...fields })),
      addItem: (fields: ItemFields) => send(() => client.bulletins.addItem({ id, version: now().version, ...fields })),
      removeItem: (itemId: string) =>
        send(() => {
          const { version } = now().bulletinItems.find((item) => item.id === itemId)!;
          return client.bulletins.removeItem({ id: itemId, version });
        }),
      order: (itemIds: readonly string[]) =>
        send(() => client.bulletins.orderItems({ id, version: now().version, items: [...itemIds] })),
      settle: async () => void (await queue.current),
      refresh: async () => {
        setSaving({ kind: 'idle' });
        await queryClient.invalidateQueries({ queryKey: key });
      },
    };
  }, [id, queryClient]);
  return useMemo(() => ({ ...edits, saving }), [edits, saving]);
}
