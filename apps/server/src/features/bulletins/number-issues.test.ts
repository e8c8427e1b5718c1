import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, textOf, type Colleague, type Desk } from '../../../test/open-desk.ts';

const MANY = 50;

describe('numbers given at signing', () => {
  let desk: Desk;
  let signers: Colleague[];
  beforeAll(async () => {
    desk = await openDesk();
    signers = [desk.signer];
    for (let count = 1; count < 5; count++) signers.push(await desk.house.join('signer', '510000/510100/'));
  });
  afterAll(async () => {
    expect(desk.house.faults).toEqual([]);
    await desk.house.close();
  });

  /** Issues of that day, ready to be signed. */
  const ready = (count: number, issuedOn = '2026-11-20', supplement = false) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const { api } = desk.editor;
        const { id, version } = await api.bulletins.create({ seriesId: desk.seriesId, issuedOn, supplement });
        return desk.prepare(await api.bulletins.addItem({ id, version, ...textOf(null, '乙县年鉴通过初审') }));
      }),
    );
  const sign = ({ id, version }: { id: string; version: number }, by = desk.signer) =>
    by.api.bulletins.sign({ id, version, disclosure: 'undetermined' });
  const upTo = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
  const sorted = (numbers: readonly (number | null)[]) => [...numbers].sort((a, b) => a! - b!);

  it(`are ${MANY} consecutive ones where ${MANY} are signed at once`, async () => {
    const issues = await ready(MANY);
    const started = performance.now();
    const signed = await Promise.all(issues.map((issue, nth) => sign(issue, signers[nth % signers.length])));
    console.log(`${MANY} signings at once: ${Math.round(performance.now() - started)} ms`);
    expect(sorted(signed.map(({ number }) => number))).toEqual(upTo(1, MANY));
    expect(sorted(signed.map(({ total }) => total))).toEqual(upTo(1, MANY));
    // Number and running number went together.
    expect(signed.every(({ number, total }) => number === total)).toBe(true);
  });

  it('leave no gap where signings among them are refused', async () => {
    const issues = await ready(16);
    const { last } = (await desk.editor.api.bulletins.listSeries())[0]!;
    const attempts = issues.flatMap((issue, nth) => [
      sign({ ...issue, version: issue.version + 1 }),
      desk.signer.api.bulletins.sign({ id: issue.id, version: issue.version, disclosure: 'withheld', ground: '' }),
      ...(nth % 2 === 0 ? [sign(issue, signers[nth % signers.length])] : []),
    ]);
    const answers = await Promise.allSettled(attempts);
    const given = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.number] : []));
    expect(sorted(given)).toEqual(upTo(last!.number + 1, 8));
  });

  it('count by year, run through all years, and are of their own for supplements', async () => {
    const { last } = (await desk.editor.api.bulletins.listSeries())[0]!;
    const [extra] = await ready(1, '2026-12-01', true);
    expect(await sign(extra!)).toMatchObject({ number: 1, total: null, supplement: true });
    const [next] = await ready(1, '2027-01-05');
    expect(await sign(next!)).toMatchObject({ year: 2027, number: 1, total: last!.total! + 1 });
    // A running number that goes back is refused of a file that comes in: nor is one given.
    const [late] = await ready(1, '2026-12-31');
    await expect(sign(late!)).rejects.toMatchObject({ code: 'RUNS_BACK' });
    const [lateExtra] = await ready(1, '2026-12-31', true);
    expect(await sign(lateExtra!)).toMatchObject({ year: 2026, number: 2, total: null });
    const [second] = await ready(1, '2027-01-05', true);
    expect(await sign(second!)).toMatchObject({ year: 2027, number: 1, total: null });
  });

  it('go on from the last issue before those kept here', async () => {
    const { id, organisation, last, allowed, endedOn, version, ...settings } = (
      await desk.editor.api.bulletins.listSeries()
    )[0]!;
    expect([allowed.configure, endedOn, version, last === null]).toEqual([true, null, 1, false]);
    const make = (name: string, base: { year: number; number: number; total: number | null }, running = true) =>
      desk.editor.api.bulletins.createSeries({ ...settings, organisationId: organisation.id, name, base, running });
    const first = async (series: { id: string }, issuedOn: string) => {
      const { api } = desk.editor;
      const made = await api.bulletins.create({ seriesId: series.id, issuedOn });
      const added = { id: made.id, version: made.version, ...textOf(null, '题') };
      return sign(await desk.prepare(await api.bulletins.addItem(added)));
    };
    const goesOn = await make('甲市史志信息', { year: 2026, number: 23, total: 274 });
    expect(goesOn.last).toEqual({ year: 2026, number: 23, total: 274 });
    expect(await first(goesOn, '2026-11-20')).toMatchObject({ number: 24, total: 275 });
    const nextYear = await make('甲市史志参考', { year: 2026, number: 23, total: 274 });
    expect(await first(nextYear, '2027-01-08')).toMatchObject({ number: 1, total: 275 });
    const alone = await make('甲市史志动态', { year: 2026, number: 9, total: null }, false);
    expect(await first(alone, '2026-11-20')).toMatchObject({ number: 10, total: null });
    // Without running numbers none can go back; with them the base is the last issue there was.
    expect(await first(alone, '2025-11-20')).toMatchObject({ number: 1, total: null });
    await expect(first(goesOn, '2025-11-20')).rejects.toMatchObject({ code: 'RUNS_BACK' });
    expect(id).toBe(desk.seriesId);
  });

  it('are given once, however often and by whomever an issue is signed at once', async () => {
    const [issue] = await ready(1, '2028-03-01');
    const answers = await Promise.allSettled(signers.map((by) => sign(issue!, by)));
    const codes = answers.map((answer) =>
      answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'signed',
    );
    expect(codes.sort()).toEqual([...Array.from({ length: 4 }, () => 'NOT_AT_THIS_STEP'), 'signed']);
    expect((await desk.editor.api.bulletins.get({ id: issue!.id })).number).toBe(1);
  });
});
