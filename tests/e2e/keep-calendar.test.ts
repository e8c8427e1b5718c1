import { afterAll, beforeAll, expect, it } from 'vitest';

import { openStage, type Stage } from './open-stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

it('lets the administrator at the root enter a day off and take it back', async () => {
  const { page, troubles } = await stage.open(await stage.house.join('administrator', '510000/'), '/tasks');
  await page.getByTestId('tasks-calendar').click();
  await page.getByTestId('calendar-table').getByText('国庆').first().waitFor();
  await page.getByTestId('calendar-day').fill('2026-03-02');
  await page.keyboard.press('Enter');
  await page.getByTestId('calendar-off').getByText('上班').click();
  await page.getByTestId('calendar-title').fill('春耕调休');
  await page.getByTestId('calendar-add').click();
  await page.screenshot({ path: '/tmp/webpics/cal.png' });
  const row = page.getByRole('row', { name: /3月2日.*上班.*春耕调休/ });
  await row.waitFor();
  await row.getByTestId('calendar-remove').click();
  await page.getByTestId('calendar-remove-confirm').click();
  await row.waitFor({ state: 'detached' });
  for (let year = 0; year < 3; year++) await page.getByTestId('calendar-after').click();
  await page.getByTestId('calendar-unknown').waitFor();
  expect(troubles).toEqual([]);
});

it('shows the days to other administrators, and offers them no change', async () => {
  const { page } = await stage.open(await stage.house.join('administrator', '510000/510100/'), '/calendar');
  await page.getByTestId('calendar-table').getByText('国庆').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByTestId('calendar-add').count()).toBe(0);
});
