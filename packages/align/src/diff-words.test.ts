import { afterEach, describe, expect, test, vi } from 'vitest';

import { diffWords } from './diff-words.ts';
import { segmentWords } from './segment-words.ts';

const lay = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
    .join('');

afterEach(() => vi.unstubAllGlobals());

describe('words that changed', () => {
  test.each([
    ['', '', ''],
    ['', '新增', '[+新增+]'],
    ['删去', '', '[-删去-]'],
    ['全县', '全县', '全县'],
    ['粮食总产量12.5万吨。', '粮食总产量12.6万吨。', '粮食总产量[-12.5-][+12.6+]万吨。'],
    ['比上年增长3.2%。', '比上年增长13.2%。', '比上年增长[-3.2%-][+13.2%+]。'],
    ['比上年增长。', '比上年增加。', '比上年[-增长-][+增加+]。'],
    ['全县总产量。', '全县产量。', '全县[-总-]产量。'],
    ['会议于8日召开。', '会议于8日在县城召开。', '会议于8日[+在县城+]召开。'],
    ['林业、水利工程', '农业、交通运输', '[-林业、水利工程-][+农业、交通运输+]'],
    ['修建GDP室', '修建GDPX室', '修建[-GDP-][+GDPX+]室'],
    ['增长12%', '增长112%', '增长[-12%-][+112%+]'],
    ['修建GDP核算室', '修建GNP核算室', '修建[-GDP-][+GNP+]核算室'],
  ])('%s → %s', (before, after, expected) => {
    expect(lay(before, after)).toBe(expected);
  });

  test('without Intl.Segmenter characters are compared, numbers stay whole', () => {
    vi.stubGlobal('Intl', {});
    expect(segmentWords('产量12.5%𠮷家')).toEqual(['产', '量', '12.5%', '𠮷', '家']);
    expect(lay('总产量12.5%', '总产值12.6%')).toBe('总产[-量12.5%-][+值12.6%+]');
  });
});
