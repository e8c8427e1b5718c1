import { randomUUID } from 'node:crypto';

import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openCase, type Case } from './open-case.ts';
import { dice } from './random-province.ts';
import { downloadLetter, sendReply } from './reply-by-word.ts';

const HANDS = 20;
const EACH = 14;
const LINES = Array.from(
  { length: 60 },
  (_, n) => `【条目${n}】面积15～30%为山地，我县目前有七、八户由全县各地迁入${n}村。`,
);

let its: Case;
let next: string;
beforeAll(async () => {
  its = await openCase(LINES.join('\n'));
  next = await its.next();
});
afterAll(() => its.house.close());

/** Everything that may be done to a revision, by people of both offices at once: refused or done, never at fault. */
it('bears twenty hands on one text', async () => {
  const { county, city, house, cityId } = its;
  const { roll, pick } = dice(20261121);
  const { workId } = await county.api.manuscripts.get({ id: its.id });
  const { rules } = await county.api.reviews.index({ id: its.id });
  const batches: string[] = [randomUUID()];
  const who = () => pick([county, city]).api;
  const text = () => pick([its.id, next]);
  const some = <T>(from: readonly T[]): T => (from.length > 0 ? pick(from) : gone());
  const letterOf = async (api: Case['county']['api'], state: string) =>
    api.letters.get({ id: some((await api.letters.list({})).items.filter((each) => each.state === state)).id });
  const acts: (() => Promise<unknown>)[] = [
    () => county.api.submissions.send({ revisionId: text(), officeId: cityId }),
    async () => county.api.submissions.withdraw(some((await county.api.submissions.list({ box: 'sent' })).items)),
    async () => city.api.submissions.giveBack(some((await city.api.submissions.list({ box: 'received' })).items)),
    async () => {
      const decision = pick(['dismiss', 'opine', 'verify'] as const);
      const made = await who().reviews.decideMany({ id: text(), rule: pick(rules).id, decision, wording: '请核对。' });
      batches.push(made.batch);
    },
    () => who().reviews.undoMany({ id: text(), batch: pick(batches) }),
    async () => {
      const [{ reviews }, id] = [who(), text()];
      const { seq, version } = some(await reviews.findings({ id, from: roll(150), limit: 20 }));
      await reviews.decide({ id, seq, version, decision: pick(['opine', 'verify', null]), wording: '请核对。' });
    },
    () => who().letters.draft({ revisionId: text(), kind: pick(['opinions', 'slip']) }),
    async () => {
      const { letters } = who();
      const { id, version } = await letterOf({ ...county.api, letters }, 'draft');
      await letters.update({ id, version, addressee: '丙局' });
      await letters.sign({ id, version: version + 1 });
    },
    async () => {
      const api = who();
      const { id, letterLines } = await letterOf(api, 'draft');
      const { id: lineId, version } = some(letterLines);
      await api.letters.updateLine({ id, lineId, version, leftOut: roll(3) === 0, wording: '请核实。' });
    },
    async () => {
      const api = who();
      const { id, version } = await letterOf(api, 'signed');
      if (roll(3) === 0) await api.letters.withdraw({ id, version });
    },
    async () => {
      const { id, version, letterLines } = await letterOf(county.api, 'signed');
      const line = some(letterLines);
      await county.api.letters.answer({ id, lineId: line.id, version: line.version, answer: 'done' });
      await county.api.letters.complete({ id, version });
    },
    async () => {
      const { id } = await letterOf(county.api, 'signed');
      // It may be withdrawn before it is fetched.
      const file = await downloadLetter(county, id).catch(gone);
      await sendReply(county, file);
    },
    async () => {
      const { tasks } = who();
      const { id, version } = some((await tasks.list({ box: pick(['mine', 'given']) })).items);
      const note = '见第二稿';
      await pick([
        () => tasks.close({ id, version }),
        () => tasks.remind({ id, version }),
        () => tasks.addEvidence({ id, version, note, revisionId: next }),
        () => tasks.reopen({ id, version, note }),
      ])();
    },
    () => who().checks.run({ id: next }),
    () => who().reviews.renew({ id: text() }),
    async () => {
      const [{ reviews }, id] = [who(), text()];
      const { seq, version } = some(await reviews.findings({ id, from: roll(150), limit: 20 }));
      const made = await reviews.suppress({ id, seq, version, scope: 'quote' });
      batches.push(made.batch);
    },
    async () => {
      const { id: suppressionId } = some((await county.api.reviews.suppressions({ workId })).items);
      await who().reviews.unsuppress({ workId, suppressionId });
    },
    async () => {
      const [{ figures }, id] = [who(), text()];
      const { items } = await figures.list({ id });
      const { id: verdictId } = await figures.mark({ id, figures: [some(items), some(items)], verdict: 'same' });
      if (roll(2) === 0) await figures.unmark({ workId, verdictId });
    },
    async () => {
      const { id: wordId } = await who().works.addWord({ id: workId, word: `条目${roll(9)}`, kind: 'term' });
      if (roll(2) === 0) await county.api.works.removeWord({ id: workId, wordId });
    },
    async () => {
      const { checks } = who();
      const { number, version } = some(await checks.lines({ id: next, from: 0 }));
      await checks.overrule({ id: next, number, version, verdict: pick(['done', null]) });
    },
    async () => {
      const { id: contributorId } = await county.api.contributions.create({ workId, name: `局${randomUUID()}` });
      const { seq, version } = some(await county.api.reviews.findings({ id: its.id, from: 0, limit: 100 }));
      await county.api.reviews.decide({ id: its.id, seq, version, decision: 'verify', contributorId }).catch(gone);
      await county.api.contributions.remove({ workId, id: contributorId });
    },
  ];
  let done = 0;
  const unknown: unknown[] = [];
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (let nth = 0; nth < EACH; nth++)
        await pick(acts)().then(
          () => done++,
          (error: unknown) => {
            if (!(error instanceof ORPCError) || error.status >= 500) unknown.push(error);
          },
        );
    }),
  );
  expect(unknown).toEqual([]);
  expect(house.faults).toEqual([]);
  expect(done).toBeGreaterThan(HANDS);
});

/** What was to be done is not there. */
function gone(): never {
  throw new ORPCError('NOT_FOUND', { status: 404 });
}
