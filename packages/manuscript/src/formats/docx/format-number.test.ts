import { expect, test } from 'vitest';
import { formatNumber } from './format-number.ts';

test.each([
  [1, 'chineseCounting', '一'],
  [10, 'chineseCounting', '十'],
  [12, 'chineseCountingThousand', '十二'],
  [20, 'chineseCounting', '二十'],
  [105, 'chineseCountingThousand', '一百零五'],
  [110, 'chineseCounting', '一百一十'],
  [1002, 'chineseCounting', '一千零二'],
  [3, 'chineseLegalSimplified', '叁'],
  [15, 'ideographDigital', '一五'],
  [3, 'ideographTraditional', '丙'],
  [7, 'decimal', '7'],
  [7, 'decimalZero', '07'],
  [7, 'decimalFullWidth', '７'],
  [3, 'decimalEnclosedCircleChinese', '③'],
  [28, 'upperLetter', 'BB'],
  [4, 'lowerRoman', 'iv'],
  [1994, 'upperRoman', 'MCMXCIV'],
  [1, 'bullet', ''],
])('%i in %s is %s', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
});
