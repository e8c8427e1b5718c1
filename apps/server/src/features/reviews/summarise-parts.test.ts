import { afterAll, beforeAll, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const TEXT = [
  '编者按：我县目前有七、八个乡镇。',
  '# 自然',
  '## 地貌',
  '乙县面积15～30%为山地，我县目前有耕地。',
  '## 气候',
  '全县有五、六处雨量站。',
  '# 附',
  '# 社会',
  '我县全县有七、八户迁入，另有五、六户迁出。',
  '',
].join('\n\n');

let house: OpenHouse;
let lead: Visitor;
beforeAll(async () => {
  house = await openHouse();
  lead = await house.join('reviewLead', '510000/');
});
afterAll(() => house.close());

it('counts the findings of each part, those of the sections in it too', async () => {
  const { api } = lead;
  const id = await importText(lead, house.first.provinceId, '乙县年鉴.md', TEXT);
  const last = (await api.reviews.index({ id })).rule.length - 1;
  await api.reviews.decide({ id, seq: last, version: 0, decision: 'dismiss' });
  const { nodes } = await api.manuscripts.outline({ id });
  const { block, decision, rules, rule } = await api.reviews.index({ id });
  const level = Math.min(...nodes.filter((node) => node.level > 0).map((node) => node.level));
  const wanted = nodes
    .map((node, seq) => ({ ...node, seq }))
    .filter((node) => node.level === level)
    .map(({ seq, title, firstBlock, endBlock }) => {
      const within = block.flatMap((at, finding) => (at >= firstBlock && at < endBlock ? [finding] : []));
      return {
        node: seq,
        title,
        count: within.length,
        undecided: within.filter((finding) => decision[finding] === -1).length,
        error: within.filter((finding) => rules[rule[finding]!]!.severity === 'error').length,
      };
    });
  const { byPart, total } = await api.reviews.summary({ id });
  expect(byPart).toEqual(wanted);
  expect(byPart.map(({ title }) => title)).toEqual(['自然', '附', '社会']);
  expect(byPart.map(({ count }) => count > 0)).toEqual([true, false, true]);
  // What stands before the first part is in none.
  expect(byPart.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(total);
  expect(byPart[2]!.undecided).toBe(byPart[2]!.count - 1);
});
