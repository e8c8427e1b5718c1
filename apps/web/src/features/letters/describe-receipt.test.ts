import { expect, it } from 'vitest';

import { describeReceipt } from './describe-receipt.ts';

const receipt = { title: '《乙县年鉴》核实单（丙局）', matched: 3, unmatched: 0, missing: 0, again: false };

it.each([
  [{}, '收到对《乙县年鉴》核实单（丙局）的答复 3 条。'],
  [{ unmatched: 2 }, '收到对《乙县年鉴》核实单（丙局）的答复 3 条，另有 2 处未能对应，已转经办人核对。'],
  [{ missing: 4 }, '收到对《乙县年鉴》核实单（丙局）的答复 3 条。还有 4 条没有填写，可补填后再传一次。'],
  [{ again: true, missing: 4 }, '这份文件先前已经收到：《乙县年鉴》核实单（丙局），答复 3 条，不必重复上传。'],
])('tells of %o', (counts, words) => {
  expect(describeReceipt({ ...receipt, ...counts })).toBe(words);
});
