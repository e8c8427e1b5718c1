import { afterAll, beforeAll, expect, it } from 'vitest';

import { addIssues, addSeries } from '../../../test/add-issues.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { writeIssue } from '../../../test/write-issue.ts';

let house: OpenHouse;
let editor: Visitor;
beforeAll(async () => {
  house = await openHouse();
  editor = await house.join('bulletinEditor', '510000/');
});
afterAll(() => house.close());

it('tells what is missing, what stands twice, and how many a year must have had', async () => {
  const name = '甲市地方志工作简报';
  const id = await addSeries(house.db, '510000/', { name });
  await house.db
    .updateTable('bulletin_series')
    .set({ base_year: 2025, base_number: 3, base_total: 70 })
    .where('id', '=', id)
    .execute();
  const issue = (year: number, number: number, total: number, issuedOn: string) => ({
    year,
    number,
    total,
    issuedOn,
    items: [{ title: '甲事', body: '乙事。' }],
  });
  await addIssues(house.db, id, [
    issue(2025, 4, 71, '2025-02-01'),
    issue(2025, 6, 73, '2025-03-01'),
    issue(2025, 7, 74, '2025-03-09'),
    issue(2026, 1, 77, '2026-01-08'),
    issue(2026, 2, 78, '2026-01-18'),
    issue(2026, 6, 82, '2026-02-18'),
  ]);
  const form = new FormData();
  form.append('file', new Blob([writeIssue({ number: 2, total: 79, day: '2026-01-19' })]), '简报.txt');
  await editor.fetch(`/api/bulletins/series/${id}/back-issues`, { method: 'POST', body: form });
  const report = await editor.api.bulletins.numbering({ id });
  expect(report.years).toMatchObject([
    { year: 2025, issues: 3, first: 4, last: 7, base: 67, inferredLast: 9 },
    { year: 2026, issues: 4, first: 1, last: 6, missing: ['3～5'] },
  ]);
  // What came before the base is kept elsewhere.
  expect(report.years[0]!.missing[0]).toBe('5');
  expect(report.problems.length).toBeGreaterThan(0);
  expect(report.problems.some(({ issueId }) => issueId !== null)).toBe(true);
});
