import { afterAll, beforeAll, expect, it } from 'vitest';

import { openPage, signIn, type WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';

const NEWCOMER = { name: '乙某', displayName: '乙某某', password: 'another-long-password' };

let stage: Stage;
let office: WatchedPage;
let newcomer: WatchedPage;

beforeAll(async () => {
  stage = await openStage();
  await stage.importBook();
  office = await stage.open(await stage.house.join('administrator', '510000/'), '/persons');
});
afterAll(() => stage?.close());

it('gives a new reviewer a one-time password that leads to a password of their own and to the works', async () => {
  const { page } = office;
  await page.getByTestId('organisation-tree').getByText('综合处').click();
  await page.getByTestId('person-create').click();
  await page.getByTestId('person-display-name').fill(NEWCOMER.displayName);
  await page.getByTestId('person-name').fill(NEWCOMER.name);
  await page.getByTestId('person-save').click();
  const password = (await page.getByTestId('one-time-password').innerText()).trim();
  await page.getByTestId('one-time-done').click();
  await page.getByTestId('persons-table').getByText(NEWCOMER.displayName).waitFor();

  newcomer = await openPage(stage.browser, stage.house.url);
  await signIn(newcomer.page, { name: NEWCOMER.name, password });
  await newcomer.page.getByTestId('password-current').fill(password);
  await newcomer.page.getByTestId('password-next').fill(NEWCOMER.password);
  await newcomer.page.getByTestId('password-again').fill(NEWCOMER.password);
  await newcomer.page.getByTestId('password-submit').click();
  await newcomer.page.getByTestId('work-link').waitFor();
});

it('says so where a password is wrong, and does not say whether the name exists', async () => {
  const { page } = await openPage(stage.browser, stage.house.url);
  const sentences: string[] = [];
  for (const name of [NEWCOMER.name, '无此人']) {
    await page.getByTestId('sign-in-name').fill(name);
    await page.getByTestId('sign-in-password').fill('wrong-wrong-wrong');
    const answered = page.waitForResponse((response) => response.url().endsWith('/sign-in'));
    await page.getByTestId('sign-in-submit').click();
    await answered;
    sentences.push(await page.getByTestId('sign-in-problem').innerText());
  }
  expect(sentences[0]).toContain('用户名或口令不正确');
  expect(sentences[1]).toBe(sentences[0]);
});

it('shows out a person who has been disabled', async () => {
  const { page } = office;
  const row = page.getByRole('row').filter({ hasText: NEWCOMER.displayName });
  await row.getByTestId('person-disable').click();
  await page.getByRole('tooltip').getByRole('button').last().click();
  await row.getByTestId('person-enable').waitFor();
  await newcomer.page.getByTestId('work-link').click();
  await newcomer.page.waitForURL(/\/sign-in\?to=/);
});

it('leaves no trouble behind', () => {
  expect(office.troubles).toEqual([]);
  expect(newcomer.troubles).toEqual([]);
  expect(stage.house.faults).toEqual([]);
});
