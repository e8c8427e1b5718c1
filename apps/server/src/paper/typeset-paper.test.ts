import { setTimeout as wait } from 'node:timers/promises';

import type { TablePaper } from '@xiuzhi/typeset';
import { describe, expect, it } from 'vitest';

import { ABREAST, typesetPaper } from './typeset-paper.ts';

const PAPER: TablePaper = {
  kind: 'table',
  title: '甲市采用情况',
  lead: ['2026年11月'],
  table: { columns: [{ width: 60, align: 'left' }], head: [[{ text: '单位' }]], rows: [{ cells: ['乙县'] }] },
  notes: [],
  isLandscape: false,
  draft: false,
};

describe('typesetPaper', () => {
  it('runs only so many typesetters at once, whoever asks', async () => {
    const options = (nth: number) => ({ fontFolder: '/nowhere', by: `person${nth % 3}` });
    let most = 0;
    const all = Promise.all(
      Array.from({ length: ABREAST * 3 + 1 }, (_, nth) => typesetPaper(PAPER, 'pdf', options(nth))),
    );
    while ((await Promise.race([all, wait(2)])) === undefined)
      most = Math.max(most, process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length);
    for (const { bytes } of await all) expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(most).toBe(ABREAST);
  });
});
