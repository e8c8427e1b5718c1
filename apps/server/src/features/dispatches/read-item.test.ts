import { expect, it } from 'vitest';

import { readItem } from './read-item.ts';

const BODY = '11月18日，乙县召开镇村志编修推进会。';

it.each<[string, string[], { title: string; body: string; source: string | null }]>([
  [
    'source in brackets on a line of its own',
    ['乙县召开镇村志编修推进会', '', BODY, '（乙县地方志办公室）'],
    { title: '乙县召开镇村志编修推进会', body: BODY, source: '乙县地方志办公室' },
  ],
  [
    'source at the end of the text, with who wrote it',
    ['乙县召开镇村志编修推进会', BODY, '会议印发方案（征求意见稿）。(乙县史志中心　王某)'],
    { title: '乙县召开镇村志编修推进会', body: `${BODY}\n会议印发方案（征求意见稿）。`, source: '乙县史志中心　王某' },
  ],
  [
    'a remark in brackets that names nobody',
    ['乙县召开推进会', BODY, '方案已经印发（征求意见稿）'],
    { title: '乙县召开推进会', body: `${BODY}\n方案已经印发（征求意见稿）`, source: null },
  ],
  [
    'a sheet with labels',
    ['标题：乙县召开推进会', '报送单位：乙县地方志办公室', BODY, '审签人：李某', '联系电话：0800-1234567'],
    { title: '乙县召开推进会', body: BODY, source: '乙县地方志办公室' },
  ],
  [
    'a subtitle',
    ['志书进山乡', '——乙县方志驿站见闻', BODY],
    { title: '志书进山乡——乙县方志驿站见闻', body: BODY, source: null },
  ],
  ['nothing at all', ['', ' '], { title: '', body: '', source: null }],
])('reads %s', (_name, lines, copy) => {
  expect(readItem(lines)).toEqual(copy);
});
