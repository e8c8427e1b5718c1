import { afterAll, beforeAll, expect, it } from 'vitest';

import { upload } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse } from '../../../test/open-house.ts';

let house: OpenHouse;

beforeAll(async () => {
  // As on a machine without LibreOffice.
  process.env['XIUZHI_SOFFICE'] = '';
  house = await openHouse();
});
afterAll(() => house.close());

it('helps with one sentence where nothing can convert an old Word file', async () => {
  const editor = await house.join('reviewLead', '510000/');
  const { id } = await editor.api.works.create({
    title: '乙县志',
    kind: 'gazetteer',
    organisationId: house.first.provinceId,
  });
  const old = Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.from('WordDocument', 'utf16le')]);
  const response = await upload(editor, id, '乙县志.wps', Uint8Array.from(old));
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    code: 'old-word',
    message: '这是旧版 Word 或 WPS 文件，请用 Word 或 WPS 另存为 .docx 后再导入。',
  });
  expect(house.faults).toEqual([]);
});
