import { useQueryClient } from '@tanstack/react-query';
import type { Answer, Certainty } from '@xiuzhi/domain';
import { useMemo, useRef, useState } from 'react';

import { api, client, describeFault, isRefusal } from '../../api.ts';
import { noticeSession } from '../../query.ts';
import type { Letter, Line } from './letter-words.ts';

/** How far saving has come: `stale` where somebody else changed the letter meanwhile. */
export type Saving =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'stale' }
  | { kind: 'failed'; problem: string };

export type LetterFields = Partial<
  Pick<Letter, 'addressee' | 'number' | 'preamble' | 'closing' | 'contact' | 'workingDays'>
>;
export type LineFields = { wording?: string; certainty?: Certainty; leftOut?: boolean };

/** Edits of a letter (修改与答复); each resolves with whether it was saved. */
export interface LetterEdits {
  saving: Saving;
  update: (fields: LetterFields) => Promise<boolean>;
  updateLine: (lineId: string, fields: LineFields) => Promise<boolean>;
  answer: (lineId: string, answer: Answer | null, note: string) => Promise<boolean>;
  /** Reads the letter again; what was typed and not saved stays in its box. */
  refresh: () => void;
}

/** Sends the edits of a letter one after another, each with the version the one before it left. */
export function useLetterEdits(id: string): LetterEdits {
  const queryClient = useQueryClient();
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const edits = useMemo(() => {
    const key = api.letters.get.queryKey({ input: { id } });
    const now = () => queryClient.getQueryData<Letter>(key)!;
    const lineNow = (lineId: string) => now().letterLines.find((line) => line.id === lineId)!;
    const keep = (letter: Letter) => queryClient.setQueryData<Letter>(key, letter);
    const send = (step: () => Promise<void>): Promise<boolean> => {
      const work = async () => {
        setSaving({ kind: 'saving' });
        try {
          await step();
          setSaving({ kind: 'saved', at: Date.now() });
          void queryClient.invalidateQueries({ queryKey: api.letters.list.key() });
          return true;
        } catch (error) {
          noticeSession(error);
          setSaving(isRefusal(error, 'STALE') ? { kind: 'stale' } : { kind: 'failed', problem: describeFault(error) });
          return false;
        }
      };
      const sent = queue.current.then(work);
      queue.current = sent;
      return sent;
    };
    return {
      update: (fields: LetterFields) =>
        send(async () => void keep(await client.letters.update({ id, version: now().version, ...fields }))),
      updateLine: (lineId: string, fields: LineFields) =>
        send(async () => {
          const { version } = lineNow(lineId);
          keep(await client.letters.updateLine({ id, lineId, version, ...fields }));
        }),
      answer: (lineId: string, answer: Answer | null, note: string) =>
        send(async () => {
          const { version } = lineNow(lineId);
          const answered = await client.letters.answer({ id, lineId, version, answer, note });
          keep(withLine(now(), answered));
          // An answer taken back opens what was declared complete, and the letter has another version then.
          if (now().answeredAt !== null) await queryClient.invalidateQueries({ queryKey: key });
        }),
      refresh: () => {
        setSaving({ kind: 'idle' });
        void queryClient.invalidateQueries({ queryKey: key });
      },
    };
  }, [id, queryClient]);
  return useMemo(() => ({ ...edits, saving }), [edits, saving]);
}

/** The letter with this line in place of the one it had, and its answers counted again. */
function withLine(letter: Letter, line: Line): Letter {
  const letterLines = letter.letterLines.map((one) => (one.id === line.id ? line : one));
  const answered = letterLines.filter((one) => !one.leftOut && one.answer !== null).length;
  return { ...letter, letterLines, answered };
}
