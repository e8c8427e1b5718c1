import { expect, it } from 'vitest';

import { cleanFileName } from './clean-file-name.ts';

it.each([
  ['../往期/第12期.txt', '第12期.txt'],
  ['C:\\简报\\第12期.txt', '第12期.txt'],
  ['第12期\u202etxt.exe\u0007', '第12期txt.exe'],
  ['a%22b<c>:*?.txt', 'abc.txt'],
  ['\u202e', '往期.txt'],
  ['/', '往期.txt'],
  [`${'长'.repeat(200)}.txt`, `${'长'.repeat(116)}.txt`],
])('%j is called %s', (name, clean) => {
  expect(cleanFileName(name, '往期.txt')).toBe(clean);
});
