import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fitScreen, showAsPrinted, sidewaysScroll } from './fit-screen.ts';
import { openNewsroom, type Newsroom } from './open-newsroom.ts';

const SCREENS = {
  desktop: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  telephone: { width: 390, height: 844 },
} as const;

let room: Newsroom;
/** What stands for the places in the addresses below. */
const places: Record<string, string> = {};

const ITEMS = [
  {
    column: '特别关注',
    title: '甲市召开年鉴编纂工作推进会',
    body: '11月18日，甲市年鉴编纂工作推进会召开。会议通报各区县年鉴编纂进度，就资料报送、组稿、统稿等工作作出安排。\n会议指出，要把好政治关、史实关、保密关、文字关，按期完成初稿，、确保质量。',
    source: '甲市地方志办公室',
  },
  {
    column: '区县动态',
    title: '乙县地方志工作机构深入乡镇开展口述史资料征集工作并向二十个村赠送志书一百二十套',
    body: '近日，乙县组织工作人员到丁镇、戊镇征集口述史资料，走访老教师、老工匠12人，整理录音26小时。',
    source: '乙县地方志办公室',
  },
];

beforeAll(async () => {
  room = await openNewsroom();
  const { bulletins } = room.editor.api;
  const draft = await room.draft('2026-11-20', ITEMS);
  const [first] = draft.bulletinItems;
  await bulletins.editItem({ ...first!, title: '甲市召开综合年鉴编纂工作推进会' });
  const empty = await room.draft(null, []);
  const signing = await room.draft('2026-11-19', ITEMS);
  const { id, version } = signing;
  await bulletins.submit({ id, version });
  await room.checker.api.bulletins.check({ id, version });
  for (const day of ['2026-11-05', '2026-11-12']) {
    const { id: signed } = await room.sign(await room.draft(day, ITEMS));
    places['signed'] = signed;
  }
  Object.assign(places, { draft: draft.id, empty: empty.id, signing: signing.id, series: room.seriesId });
});
afterAll(() => room?.close());

/** Pages by name: who looks, the address, and words that stand there. */
const PAGES = [
  ['bulletins', 'editor', '/bulletins', '第13期（总第89期）'],
  ['bulletin-draft', 'editor', '/bulletins/{draft}', '期号签发时编定'],
  ['bulletin-empty', 'editor', '/bulletins/{empty}', '还没有信息'],
  ['bulletin-signing', 'signer', '/bulletins/{signing}', '保密审查通过后可签发'],
  ['bulletin-signed', 'signer', '/bulletins/{signed}', '第13期（总第89期）'],
  ['bulletin-series', 'editor', '/bulletins/series/{series}', '报送范围'],
] as const;

describe.each(Object.entries(SCREENS))('on a %s screen', (screen, size) => {
  it.each(PAGES)('shows the page “%s” without a sideways scroll and without trouble', async (name, who, to, words) => {
    const address = to.replace(/\{(\w+)\}/, (_place, key: string) => places[key]!);
    const visit = await room.open(room[who], address);
    await fitScreen(visit, { name: `${screen}-${name}`, size, words });
  });
});

it('prints the desk without the frame of the page, every word of it', async () => {
  const { page, picture } = await room.open(room.editor, `/bulletins/${places['draft']}`);
  await page.getByTestId('bulletin-item').first().waitFor();
  await showAsPrinted(page);
  for (const name of ['issue-proof', 'issue-findings', 'menu-bulletin-group', 'item-remove'])
    expect(await page.getByTestId(name).first().isVisible()).toBe(false);
  expect(await page.locator('.bulletin-body .live-marks').first().isVisible()).toBe(true);
  expect(await sidewaysScroll(page)).toBe(0);
  await picture('print-bulletin');
});
