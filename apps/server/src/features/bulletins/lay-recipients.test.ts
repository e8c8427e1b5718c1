import { expect, it } from 'vitest';

import { layRecipients } from './lay-recipients.ts';

it.each([
  [[], []],
  [['市委', '市人大常委会', '市人民政府'], ['市委，市人大常委会，市人民政府。']],
  [
    ['市委，市人民政府。', '省地方志工作机构。'],
    ['市委，市人民政府。', '省地方志工作机构。'],
  ],
  [
    ['各县（区）委', '各县（区）人民政府。', '市直各部门'],
    ['各县（区）委，各县（区）人民政府。', '市直各部门。'],
  ],
  [['机关各处，', ' 𠮷县年鉴社 ', ''], ['机关各处，𠮷县年鉴社。']],
])('prints the lists %j as %j', (entries, lines) => {
  expect(layRecipients(entries)).toEqual(lines);
});
