import { expect } from 'vitest';

import { askCluster, type Hand } from './hand.ts';
import { importOnce, importReady, LINE, PATIENCE, RULE } from './import-book.ts';
import type { Running } from './operation.ts';

const LINES = 100;

/** New revisions of one book, each checked against the last (整改核对): every revision but the first has its whole check. */
export async function openCheck(hand: Hand): Promise<Running> {
  const first = await importReady(hand, '核对.txt', `核对\n\n${LINE.repeat(LINES)}`);
  await hand.visitor.api.reviews.decideMany({ id: first, rule: RULE, decision: 'verify' });
  const { manuscriptId } = await hand.visitor.api.manuscripts.get({ id: first });
  let mended = 0;
  const known: string[] = [];
  return {
    acknowledged: () => known.length,
    async run({ visitor, ...rest }) {
      mended++;
      const text = `核对\n\n第${mended}次修改。\n\n${LINE.repeat(LINES)}`;
      const id = await importOnce({ visitor, ...rest }, '核对.txt', text, manuscriptId);
      for (;;) {
        const revision = await visitor.api.manuscripts.get({ id });
        if (revision.state === 'ready' && (await visitor.api.checks.get({ id })).state !== 'running') break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      known.push(id);
    },
    async check({ data }, since = known.length) {
      const underWay = () =>
        askCluster(
          data,
          `select id::text from revision where state = 'importing'
           union all select revision_id::text from rectification_check where state = 'running'`,
        );
      await expect.poll(underWay, PATIENCE).toEqual([]);
      const rows = await askCluster<{ id: string; state: string | null; lines: number; audited: number }>(
        data,
        `select r.id, c.state,
           (select count(*)::int from check_line where revision_id = r.id) as lines,
           (select count(*)::int from audit_entry where action = 'checks.run' and subject = 'revision:' || r.id) as audited
         from revision r left join rectification_check c on c.revision_id = r.id
         where r.manuscript_id = $1 and r.number > 1`,
        [manuscriptId],
      );
      for (const row of rows) {
        expect(row).toMatchObject({ state: 'ready', audited: 1 });
        expect(row.lines).toBeGreaterThan(0);
      }
      const checked = new Set(rows.map(({ id }) => id));
      expect(known.slice(0, since).filter((id) => !checked.has(id))).toEqual([]);
    },
  };
}
