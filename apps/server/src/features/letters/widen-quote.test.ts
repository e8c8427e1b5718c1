import { expect, test } from 'vitest';

import { widenQuote } from './widen-quote.ts';

const widen = (quote: string, block: string, at = block.indexOf(quote)) =>
  widenQuote(quote, block, at, at + quote.length);

test.each([
  ['a mark, with what it stands between', '，', '丙河长，流域广。山地多。', '丙河长，流域广'],
  ['a figure of a table, with its row', '270', '林场\t面积\n东山\t120\n合计\t270', '合计　270'],
  ['no more than its sentence', '七、八', '渠道两条。年内有七、八个乡镇补植；山地多。', '年内有七、八个乡镇补植'],
  [
    'a long sentence, cut on both sides',
    '丁',
    '甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲𠮷丁𠮷乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙',
    '……甲甲甲甲甲甲甲甲甲甲甲甲甲𠮷丁𠮷乙乙乙乙乙乙乙乙乙乙乙乙乙……',
  ],
  [
    'a long sentence, cut between its clauses',
    '丁镇',
    '甲村地处山区，林地由村集体统一管理，丁镇渡口禁渔，乙村至丙村沿河两岸，禁止采砂、弃土，巡查每旬一次。',
    '……林地由村集体统一管理，丁镇渡口禁渔……',
  ],
  ['a quote that says enough, as it is', '年内有七、八个乡镇', '全县年内有七、八个乡镇补植。', '年内有七、八个乡镇'],
])('%s', (_case, quote, block, expected) => {
  expect(widen(quote, block)).toBe(expected);
});

test('a place that is not in the block leaves the quote alone', () => {
  expect(widen('270', '合计\t260', 3)).toBe('270');
});
