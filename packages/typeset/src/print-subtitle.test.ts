import { expect, it } from 'vitest';

import { printSubtitle } from './print-subtitle.ts';

it('prints one dash before a subtitle, whether or not it was typed with one', () => {
  for (const typed of ['以丁镇为例', '——以丁镇为例', '—— 以丁镇为例', '--以丁镇为例'])
    expect(printSubtitle(typed)).toBe('——以丁镇为例');
  expect(printSubtitle('2020—2025年')).toBe('——2020—2025年');
});

it('prints nothing where nothing was written', () => {
  for (const nothing of [null, '', ' ', '——']) expect(printSubtitle(nothing)).toBe('');
});
