import { readDocxTables } from '@xiuzhi/manuscript';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';

import { makeLine, makePaper } from '../../../test/make-paper.ts';
import { readSheetXml } from '../../../test/read-sheet-xml.ts';
import { writeRegister, writeRegisterSheet } from './write-register.ts';

test('the register lies, and has nine columns and a line before the uncertain ones', async () => {
  const bytes = await writeRegister(makePaper());
  expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toMatch(
    /<w:pgSz w:w="16837" w:h="11905" w:orient="landscape"/,
  );
  const { tables } = await readDocxTables(bytes);
  const rows = tables[0]!.rows.map(({ cells }) => cells.map(({ text }) => text));
  expect(rows[0]).toEqual(['序号', '原文位置', '原文', '审改意见', '依据', '处理意见', '说明', '经办人', '复核']);
  expect(rows[10]).toEqual(['需讨论研究的意见']);
  expect(rows).toHaveLength(14);
});

test('the sheet has numbers as numbers, and answers in words', async () => {
  const lines = [makeLine(1, { answer: 'partly', answerNote: '=补充了来源' }), makeLine(10)];
  const { cells, xml } = await readSheetXml(await writeRegisterSheet(makePaper({ lines })));
  const [first, second] = [cells.at(-2)!, cells.at(-1)!];
  expect([first[0], first[5], first[6], first[7]]).toEqual([1, '修改意见', '部分修改', '=补充了来源']);
  expect([second[0], second[5], second[6]]).toEqual([10, '需讨论研究的意见', null]);
  expect(xml).not.toContain('<f>');
});
