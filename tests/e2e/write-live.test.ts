import { afterAll, beforeAll, expect, it } from 'vitest';

import { openPage, type WatchedPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';

let stage: Stage;
let visit: WatchedPage;
const requests: string[] = [];

beforeAll(async () => {
  stage = await openStage();
  visit = await openPage(stage.browser, stage.house.url, '/live');
  await visit.page.getByTestId('live-text').waitFor();
  visit.page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
});
afterAll(() => stage?.close());

const text = () => visit.page.getByTestId('live-text').inputValue();
const messages = () => visit.page.getByTestId('live-finding').allInnerTexts();
const hasFinding = (quote: string) => expect.poll(async () => (await messages()).join('\n')).toContain(quote);

it('marks what somebody without an account types, as they type it', async () => {
  const { page } = visit;
  await page.getByTestId('live-text').pressSequentially('全县种植水稻、小麦、等作物。');
  await hasFinding('、等');
  await page.keyboard.press('Enter');
  await page.keyboard.type('民国17年（1929年），县城西迁。');
  await hasFinding('1928');
  expect(await page.locator('.live-mark').count()).toBe(2);
  await visit.picture('live');
});

it('keeps other findings in their places while a line before them grows', async () => {
  const { page } = visit;
  await page.getByTestId('live-text').press('Control+Home');
  await page.keyboard.type('1990年，');
  await expect
    .poll(async () => (await page.locator('.live-mark').allInnerTexts()).join('/'))
    .toMatch(/、等\/.*民国17年/u);
});

it('mends a place as a hand would, so that undo takes it back', async () => {
  const { page } = visit;
  await page.getByTestId('live-mend').first().click();
  await expect.poll(text).toContain('小麦等作物');
  await page.getByTestId('live-text').press('Control+z');
  await expect.poll(text).toContain('小麦、等作物');
  await page.getByTestId('live-mend-all').click();
  await expect.poll(text).toContain('小麦等作物');
});

it('goes by the recorded year that is given', async () => {
  const { page } = visit;
  await page.getByTestId('live-text').fill('县国土资源局出让土地12宗。');
  await page.getByTestId('live-year').fill('2022');
  await page.getByTestId('live-year').press('Enter');
  await hasFinding('国土资源局');
  await page.getByTestId('live-year').fill('2010');
  await page.getByTestId('live-year').press('Enter');
  await expect.poll(async () => (await messages()).join('\n')).not.toContain('国土资源局');
});

it('opens a text file, and says what to do with another', async () => {
  const { page } = visit;
  const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  // 甲市、乙县、等。 in GB 18030.
  const national = Uint8Array.from([
    0xbc, 0xd7, 0xca, 0xd0, 0xa1, 0xa2, 0xd2, 0xd2, 0xcf, 0xd8, 0xa1, 0xa2, 0xb5, 0xc8, 0xa1, 0xa3,
  ]);
  await page.getByTestId('live-file').setInputFiles(file('甲.txt', national));
  await expect.poll(text).toBe('甲市、乙县、等。');
  await page.getByTestId('live-file').setInputFiles(file('甲.docx', Uint8Array.of(80, 75, 3, 4)));
  await page.getByText('Word 文档请复制其中的文字').waitFor();
});

it('sends nothing of it anywhere', () => {
  expect(requests.filter((request) => !/^GET \/(?:assets|live)/u.test(request))).toEqual([]);
});

it('fits a telephone without a sideways scroll', async () => {
  const { page } = visit;
  await page.setViewportSize({ width: 390, height: 844 });
  const [wide, room] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  expect(wide).toBeLessThanOrEqual(room);
  await visit.picture('live-telephone');
  expect(visit.troubles).toEqual([]);
});
