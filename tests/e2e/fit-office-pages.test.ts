import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../apps/server/test/import-text.ts';
import { fitScreen, showAsPrinted, sidewaysScroll } from './fit-screen.ts';
import { openPage } from './open-page.ts';
import { openStage, type Stage } from './open-stage.ts';
import { writeBook } from './write-book.ts';

const COUNTY = '510000/510100/510104/';
const SCREENS = { desktop: { width: 1366, height: 768 }, telephone: { width: 390, height: 844 } } as const;

let stage: Stage;
let administrator: Awaited<ReturnType<Stage['house']['join']>>;
/** What stands for the places in the addresses below. */
const places: Record<string, string> = {};

beforeAll(async () => {
  stage = await openStage();
  administrator = await stage.house.join('administrator', '510000/');
  const revision = await stage.importBook();
  const { api } = stage.lead;
  for (const seq of [0, 1])
    await api.reviews.decide({ id: revision, seq, version: 0, decision: 'opine', wording: '请核实依据后改写。' });
  await api.reviews.decide({ id: revision, seq: 2, version: 0, decision: 'verify' });
  const [letter] = await api.letters.draft({ revisionId: revision, kind: 'opinions' });
  await api.letters.sign({ id: letter!.id, version: letter!.version });
  const [slip] = await api.letters.draft({ revisionId: revision, kind: 'slip' });
  const [task] = (await api.tasks.list({})).items;
  const { workId } = await api.manuscripts.get({ id: revision });
  Object.assign(places, { revision, work: workId, letter: letter!.id, draft: slip!.id, task: task!.id });
  const county = await stage.house.join('reviewLead', COUNTY);
  const office = await stage.house.db
    .selectFrom('organisation')
    .select('id')
    .where('path', '=', COUNTY)
    .executeTakeFirstOrThrow();
  const sent = await importText(county, office.id, '丁镇志.docx', new Uint8Array(await writeBook()));
  await county.api.submissions.send({ revisionId: sent, officeId: stage.house.first.provinceId, note: '请审查。' });
  places['sent'] = sent;
});
afterAll(() => stage?.close());

/** Pages by name: who looks, the address, and words that stand there. */
const PAGES = [
  ['letters', 'lead', '/letters', '已签发'],
  ['letters-received', 'lead', '/letters?box=received', '还没有收到文书'],
  ['letter-draft', 'lead', '/letters/{draft}', '答复期限'],
  ['letter-signed', 'lead', '/letters/{letter}', '回函'],
  ['tasks', 'lead', '/tasks', '个工作日'],
  ['task', 'lead', '/tasks/{task}', '办理记录'],
  ['submissions', 'lead', '/submissions', '打开审读'],
  ['desk-received', 'lead', '/revisions/{sent}', '送审稿'],
  ['work', 'lead', '/works/{work}', '供稿单位'],
  ['calendar', 'administrator', '/calendar', '放假'],
] as const;

describe.each(Object.entries(SCREENS))('on a %s', (screen, size) => {
  it.each(PAGES)('shows the page “%s” without a sideways scroll and without trouble', async (name, who, to, words) => {
    const address = to.replace(/\{(\w+)\}/, (_place, key: string) => places[key]!);
    const visit = await stage.open(who === 'lead' ? stage.lead : administrator, address);
    await fitScreen(visit, { name: `${screen}-${name}`, size, words });
  });

  it('shows the page for replies likewise, to whoever comes', async () => {
    const visit = await openPage(stage.browser, stage.house.url, '/reply');
    await visit.page.setViewportSize(size);
    await visit.page.getByTestId('secrecy-notice').waitFor();
    await visit.picture(`${screen}-reply`);
    expect(await sidewaysScroll(visit.page)).toBe(0);
    expect(visit.troubles).toEqual([]);
  });
});

it('prints a letter on A4 without the frame of the page', async () => {
  const { page, picture } = await stage.open(stage.lead, `/letters/${places['letter']}`);
  await page.getByTestId('letter-paper').waitFor();
  await showAsPrinted(page);
  for (const name of ['letter-export', 'letter-progress', 'menu-works', 'reply-file', 'answer-done'])
    expect(await page.getByTestId(name).first().isVisible()).toBe(false);
  expect(await page.locator('.lines thead').first().isVisible()).toBe(true);
  expect(await sidewaysScroll(page)).toBe(0);
  await picture('print-letter');
});
