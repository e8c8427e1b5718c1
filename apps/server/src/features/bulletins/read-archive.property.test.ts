import { randomUUID } from 'node:crypto';

import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACT_STATES, ISSUE_STATES, ROLES, type FactState, type IssueState } from '@xiuzhi/domain';

import { addIssues, addSeries } from '../../../test/add-issues.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const OFFICES = ['510000/', '510000/510100/', '510000/510100/510104/', '510000/510300/'];

interface Bulletin {
  readonly office: string;
  readonly circulated: boolean;
  readonly state: IssueState;
  readonly fact: FactState;
}

describe('what was issued, and what is being drafted', () => {
  let house: OpenHouse;
  const people: { office: string; visitor: Visitor }[] = [];
  beforeAll(async () => {
    house = await openHouse();
    for (const [at, office] of OFFICES.entries())
      for (const role of [ROLES[at % ROLES.length]!, 'bulletinEditor'] as const)
        people.push({ office, visitor: await house.join(role, office) });
  });
  afterAll(() => house.close());

  /** Whether somebody of that office reads an issue: all of the own, what was signed of those sent down. */
  const reads = (office: string, { office: by, circulated, state }: Bulletin) =>
    office === by || (circulated && state === 'signed' && office.startsWith(by));

  it('is read by the issuing office, and by those below once it is signed and sent down', async () => {
    const bulletin: fc.Arbitrary<Bulletin> = fc.record({
      office: fc.constantFrom(...OFFICES),
      circulated: fc.boolean(),
      state: fc.constantFrom(...ISSUE_STATES),
      fact: fc.constantFrom(...FACT_STATES),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(bulletin, { minLength: 1, maxLength: 8 }), async (bulletins) => {
        await house.db.deleteFrom('bulletin_issue').execute();
        await house.db.deleteFrom('bulletin_series').execute();
        const all: (Bulletin & { itemId: string; factId: string; seriesId: string })[] = [];
        for (const one of bulletins) {
          const seriesId = await addSeries(house.db, one.office, { circulated: one.circulated });
          const items = [{ title: '乡镇志推进会', body: '会议研究乡镇志编纂。' }];
          const [itemId] = await addIssues(house.db, seriesId, [
            { state: one.state, year: 2026, number: 1, total: 1, issuedOn: '2026-01-09', items },
          ]);
          const factId = randomUUID();
          await house.db
            .insertInto('bulletin_fact')
            .values({
              id: factId,
              item_id: itemId!,
              kind: 'meeting',
              name: '乡镇志推进会',
              detail: '{}',
              paragraph: 0,
              start_offset: 0,
              end_offset: 2,
              state: one.fact,
            })
            .execute();
          all.push({ ...one, itemId: itemId!, factId, seriesId });
        }
        for (const { office, visitor } of people) {
          const { api } = visitor;
          const seen = all.filter((one) => reads(office, one));
          const found = await api.bulletins.search({ words: '乡镇志编纂' });
          expect(found.items.map(({ itemId }) => itemId).sort()).toEqual(seen.map(({ itemId }) => itemId).sort());
          expect(found.total).toBe(seen.length);
          const facts = await api.bulletins.listFacts({ kind: 'meeting', name: '乡镇' });
          const shown = seen.filter((one) => one.office === office || one.fact === 'confirmed');
          expect(facts.items.map(({ id }) => id).sort()).toEqual(shown.map(({ factId }) => factId).sort());
          for (const one of all) {
            const cited = await api.bulletins.cite({ id: one.itemId }).catch(({ code }: { code: string }) => code);
            if (seen.includes(one)) expect(cited).toMatchObject({ itemId: one.itemId });
            else expect(cited).toBe('NOT_FOUND');
            const settled = await api.bulletins
              .settleFact({ id: one.factId, version: 99, state: 'confirmed' })
              .catch(({ code }: { code: string }) => code);
            if (!shown.includes(one)) expect(settled).toBe('NOT_FOUND');
            else expect(settled).toMatch(/^(STALE|NOT_ALLOWED)$/);
            if (one.office !== office) {
              const numbers = await api.bulletins
                .numbering({ id: one.seriesId })
                .catch(({ code }: { code: string }) => code);
              expect(['NOT_FOUND', 'NOT_ALLOWED']).toContain(numbers);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
    expect(house.faults).toEqual([]);
  });
});
