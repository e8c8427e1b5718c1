import { expect, test } from 'vitest';

import { printComment } from '../src/index.ts';

test('a comment has heading and sentence first and its basis last', () => {
  const text = printComment(
    {
      message: '合计与分项之和不符，请核实。',
      evidence: [
        { label: '分项之和', value: '579' },
        { label: '另一处', span: { start: 1, end: 2 } },
      ],
      suggestion: { replacement: '' },
      basis: 'GB/T 15835—2011 5.1.3',
    },
    '应改',
  );
  expect(text.split('\n')).toEqual([
    '【应改】合计与分项之和不符，请核实。',
    '分项之和：579',
    '建议改为：（删去）',
    '依据：GB/T 15835—2011 5.1.3',
  ]);
});

test('a comment without a ready edit names none, and long evidence is cut', () => {
  const evidence = Array.from({ length: 9 }, (_, index) => ({ label: `第${index + 1}处`, value: '12' }));
  const lines = printComment({ message: '请核实依据。', evidence, suggestion: null, basis: '惯例' }, '存疑').split(
    '\n',
  );
  expect(lines).toHaveLength(8);
  expect(lines.join()).not.toContain('建议改为');
});
