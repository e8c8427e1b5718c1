import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';

let stage: Stage;
let revision: string;
let administrator: Awaited<ReturnType<Stage['house']['join']>>;

beforeAll(async () => {
  stage = await openStage();
  revision = await stage.importBook();
  administrator = await stage.house.join('administrator', '510000/');
});
afterAll(() => stage?.close());

/** Pages by name: who looks at it, its address, and the words it shows once it is there. */
const PAGES = [
  ['works', 'lead', '/works', '乙县年鉴（2024）'],
  ['work', 'lead', '/works/{work}', '可审读'],
  ['reading', 'lead', '/revisions/{revision}', '我县'],
  ['figures', 'lead', '/revisions/{revision}/figures', '户数'],
  ['settings', 'lead', '/works/{work}?settings=words', '审校设置'],
  ['summary', 'lead', '/revisions/{revision}/summary', '乙县年鉴'],
  ['persons', 'administrator', '/persons', '系统管理员'],
  ['audit', 'administrator', '/audit', '导入'],
  ['tokens', 'lead', '/tokens', '命令行令牌'],
  ['password', 'lead', '/password', '修改口令'],
  ['lost', 'lead', '/nowhere', '没有这个页面'],
] as const;

describe('on a screen of 1366 × 768', () => {
  it.each(PAGES)(
    'shows the page “%s” without a sideways scroll and without trouble',
    async (name, who, route, words) => {
      const [work] = (await stage.lead.api.works.list({})).items;
      const address = route.replace('{work}', work!.id).replace('{revision}', revision);
      const visit = await stage.open(who === 'lead' ? stage.lead : administrator, address);
      await visit.page.locator('main').getByText(words).first().waitFor();
      await visit.page.waitForLoadState('networkidle');
      await visit.picture(`page-${name}`);
      expect(await sidewaysScroll(visit.page)).toBe(0);
      expect(visit.troubles).toEqual([]);
    },
  );

  it('shows the sign-in page likewise', async () => {
    const visit = await openPage(stage.browser, stage.house.url, '/sign-in');
    await visit.page.getByTestId('secrecy-notice').waitFor();
    await visit.picture('page-sign-in');
    expect(await sidewaysScroll(visit.page)).toBe(0);
    expect(visit.troubles).toEqual([]);
  });
});

it('finds the audit chain intact', async () => {
  const { page } = await stage.open(administrator, '/audit');
  await page.getByTestId('audit-verify').click();
  await page.getByTestId('audit-result').waitFor();
  expect(await page.getByTestId('audit-result').innerText()).toMatch(/完整|一致|未见/);
});

/** CSS pixels by which the page is wider than the screen. */
async function sidewaysScroll(page: Awaited<ReturnType<typeof openPage>>['page']): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
}
