import { expect } from 'vitest';

import { askCluster, type Hand } from './hand.ts';
import { importReady, LINE } from './import-book.ts';
import type { Running } from './operation.ts';

/** Opinions, one a letter, drafted and signed (签发): a signed letter has its task and its audit row, any other neither. */
export async function openSign(hand: Hand): Promise<Running> {
  const revisionId = await importReady(hand, '文书.txt', `文书\n\n${LINE.repeat(1_000)}`);
  let next = 0;
  const known: string[] = [];
  return {
    acknowledged: () => known.length,
    async run({ visitor }) {
      const seq = next++;
      const decision = { id: revisionId, seq, version: 0, decision: 'opine', wording: `请核对第${seq}处。` } as const;
      await visitor.api.reviews.decide(decision);
      const [draft] = await visitor.api.letters.draft({ revisionId, kind: 'opinions' });
      const { id, state } = await visitor.api.letters.sign({ id: draft!.id, version: draft!.version });
      expect(state).toBe('signed');
      known.push(id);
    },
    async check({ data }, since = known.length) {
      const rows = await askCluster<{ id: string; state: string; lines: number; tasks: number; audited: number }>(
        data,
        `select l.id, l.state,
           (select count(*)::int from letter_line where letter_id = l.id) as lines,
           (select count(*)::int from task where subject = 'letter:' || l.id) as tasks,
           (select count(*)::int from audit_entry where action = 'letters.sign' and subject = 'letter:' || l.id) as audited
         from letter l`,
      );
      for (const { id, state, lines, tasks, audited } of rows) {
        const signed = state === 'signed' ? 1 : 0;
        expect({ id, tasks, audited }).toEqual({ id, tasks: signed, audited: signed });
        expect(lines).toBeGreaterThan(0);
      }
      const signed = new Set(rows.filter(({ state }) => state === 'signed').map(({ id }) => id));
      expect(known.slice(0, since).filter((id) => !signed.has(id))).toEqual([]);
    },
  };
}
