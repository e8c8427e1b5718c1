import { afterAll, beforeAll, expect, it } from 'vitest';

import { printBulletin, type Bulletin } from '../../packages/bulletin/src/index.ts';
import { typesetDocx } from '../../packages/typeset/src/index.ts';
import { openNewsroom, type Newsroom } from './open-newsroom.ts';

let room: Newsroom;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room?.close());

const OFFICE = '甲市地方志办公室';

/** An issue of two items; `words` stand in the second. */
const write = (number: number, total: number, date: string, words: string): Bulletin => ({
  series: '甲市地方志工作简报',
  kind: 'work',
  year: 2026,
  number,
  total,
  supplement: false,
  office: OFFICE,
  date,
  columns: ['特别关注', '区县动态'],
  items: [
    {
      column: '特别关注',
      title: `甲市召开第${number}次编纂工作调度会`,
      subtitle: null,
      source: OFFICE,
      paragraphs: [
        `近日，${OFFICE}召开编纂工作调度会，办党组书记、主任张某主持会议，传达学习《乡镇志编纂办法》。`,
        '会议提出两点要求：一是抓好资料征集，二是做好年鉴供稿。',
      ],
    },
    {
      column: '区县动态',
      title: `乙县${words}`,
      subtitle: null,
      source: '乙县地方志办公室',
      paragraphs: [`近日，乙县地方志办公室${words}，整理录音26小时，形成文字12.5万字。`],
    },
  ],
  disclosure: 'proactive',
  recipients: { up: ['省地方志工作机构'], across: ['市直各部门'], down: ['各区县地方志工作机构'] },
  printedBy: OFFICE,
  printedOn: date,
  copies: 25,
  credits: [],
  candidates: { demands: [], persons: [], works: [], figures: [], meetings: [] },
  problems: [],
});

const asText = (bulletin: Bulletin) => Buffer.from(printBulletin(bulletin).join('\n'));

async function asWord(bulletin: Bulletin): Promise<Buffer> {
  const [, month, day] = bulletin.date!.split('-').map(Number);
  const printed = `2026年${month}月${day}日`;
  return Buffer.from(
    await typesetDocx({
      kind: 'bulletin',
      masthead: bulletin.series!,
      numberLine: `第${bulletin.number}期（总第${bulletin.total}期）`,
      issuer: OFFICE,
      date: printed,
      sections: bulletin.items.map(({ column, title, subtitle, paragraphs, source }) => ({
        column,
        items: [
          { title, subtitle, source, paragraphs: paragraphs.map((text) => ({ text, bold: null, level: 0 as const })) },
        ],
      })),
      disclosure: '主动公开',
      recipients: bulletin.recipients,
      printedBy: OFFICE,
      printedOn: printed,
      copies: 25,
      draft: false,
    }),
  );
}

it('takes many back issues in, leaves what is in doubt to a person, and finds them', async () => {
  const visit = await room.open(room.editor, `/bulletins/series/${room.seriesId}/back-issues`);
  const { page, troubles } = visit;
  const both = async (name: string) => {
    await visit.picture(name);
    await page.setViewportSize({ width: 390, height: 844 });
    await visit.picture(`${name}-telephone`);
    await page.setViewportSize({ width: 1366, height: 768 });
  };
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      file('2026年第7期.txt', asText(write(7, 83, '2026-03-05', '开展口述史抢救性记录'))),
      file('2026年第8期.docx', await asWord(write(8, 84, '2026-03-16', '向乡村书屋赠送志书'))),
      file('2026年第9期.txt', asText(write(9, 85, '2026-03-27', '核实年鉴数据'))),
      file('2026年第10期.txt', asText(write(9, 86, '2026-04-08', '修缮地情资料室'))),
      file('秘密件.txt', Buffer.from('机密★5年\n甲市地方志工作简报')),
      file('照片.jpg', Buffer.from('x')),
    ]);
  const outcome = page.getByTestId('import-outcome');
  await outcome.waitFor();
  await outcome.getByText('入库 3 份，1 份需要核对，1 份未导入。').waitFor();
  await page.getByTestId('import-not-taken').getByText('通过涉密渠道办理').waitFor();
  await page.getByTestId('import-left-out').waitFor();
  await both('back-issues');

  // Its number stands on another issue: a person reads it beside the text and gives it the right one.
  await page.getByTestId('back-issue-waiting').click();
  await page.getByTestId('back-issue-problems').getByText('该刊物已有2026年第9期').waitFor();
  await page.getByTestId('back-issue-text').getByText('修缮地情资料室').first().waitFor();
  await both('back-issue-form');
  await page.getByTestId('back-issue-keep').click();
  await page.getByText('该刊物已有这一期号，请核对后再保存。').waitFor();
  await page.getByTestId('read-number').fill('10');
  await page.getByTestId('back-issue-keep').click();
  await page.getByText('2026年第10期（总第86期）已入库。').waitFor();
  await page.getByText('没有需要核对的往期').waitFor();
  await page.getByTestId('back-issues-kept').click();
  await page.getByTestId('back-issue-kept').first().waitFor();
  expect(await page.getByTestId('back-issue-kept').allInnerTexts()).toEqual([
    '2026年第10期（总第86期）',
    '2026年第9期（总第85期）',
    '2026年第8期（总第84期）',
    '2026年第7期（总第83期）',
  ]);
  await page.getByTestId('numbering').getByText('4 期').waitFor();

  // What was kept by mistake goes back to a person, who keeps it again.
  await page.getByTestId('back-issue-reopen').first().click();
  await page.getByTestId('back-issue-reopen-confirm').click();
  await page.getByText('已退回“待核对”。').waitFor();
  await page.getByTestId('back-issues-waiting').click();
  await page.getByTestId('back-issue-waiting').click();
  await page.getByTestId('back-issue-problems').getByText('请对照原件改正后再入库').waitFor();
  await page.getByTestId('back-issue-keep').click();
  await page.getByText('没有需要核对的往期').waitFor();
  await page.getByTestId('back-issues-kept').click();
  await page.getByTestId('back-issue-kept').nth(3).waitFor();
  await both('back-issues-kept');

  await page.goto('/bulletins/search');
  const search = page.getByTestId('bulletin-search').locator('input');
  await search.fill('乡镇志编纂');
  await search.press('Enter');
  await page.getByTestId('search-total').getByText('共 4 条').waitFor();
  await both('bulletin-search');
  await search.fill('赠送志书');
  await search.press('Enter');
  await page.getByTestId('search-total').getByText('共 1 条').waitFor();
  expect(await page.getByTestId('search-hit').locator('mark').allInnerTexts()).toEqual(['赠送志书', '赠送志书']);
  await page.getByTestId('copy-citation').click();
  await page.getByText('引文已复制。').waitFor();
  await page.getByTestId('search-hit').getByRole('link').click();
  await page.getByTestId('read-item').getByText('乙县地方志办公室向乡村书屋赠送志书').waitFor();

  const facts = page.getByTestId('facts-panel');
  await facts.getByTestId('fact').first().waitFor();
  await both('bulletin-facts');
  const person = facts.getByTestId('fact').filter({ hasText: '人物张某' });
  await person.getByTestId('fact-confirm').click();
  await person.getByText('已确认').waitFor();
  await page.goto('/bulletins/facts?kind=person&name=张');
  await page.getByTestId('facts').getByText('已确认').first().waitFor();
  await both('bulletin-facts-page');
  expect(troubles).toEqual([]);
});
