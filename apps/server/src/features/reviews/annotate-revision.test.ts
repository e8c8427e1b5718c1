import { strFromU8, unzipSync } from 'fflate';
import { readManuscript, writeDocx } from '@xiuzhi/manuscript';
import { volumeFromText } from '@xiuzhi/review';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';

const TEXT = ['乙县概况', '全县有七、八户迁入，面积15～30%为山地。', '我县目前有𬭎桥乡等12个乡。'].join('\n');

/** The text that comment number `index` of a .docx stands on, and what it says. */
function commentsOf(bytes: Uint8Array): { on: string; says: string }[] {
  const files = unzipSync(bytes);
  const text = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
  const document = strFromU8(files['word/document.xml']!);
  const comments = files['word/comments.xml'] ? strFromU8(files['word/comments.xml']) : '';
  return [...comments.matchAll(/<w:comment [^>]*w:id="(\d+)"[^>]*>(.*?)<\/w:comment>/gs)].map(([, id, body]) => {
    const start = document.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
    const end = document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
    return { on: text(document.slice(start, end)), says: text(body!) };
  });
}

describe('exporting findings as Word comments', () => {
  let house: OpenHouse;
  let editor: Visitor;

  beforeAll(async () => {
    house = await openHouse();
    editor = await house.join('reviewLead', '510000/');
  });
  afterAll(() => house.close());

  const download = async (id: string, decisions?: string) => {
    const response = await editor.fetch(
      `/api/revisions/${id}/annotated.docx${decisions ? `?decisions=${decisions}` : ''}`,
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('（批注稿）.docx'));
    return new Uint8Array(await response.arrayBuffer());
  };

  for (const kind of ['docx', 'txt'] as const)
    it(`puts the chosen findings of a .${kind} at their exact places`, async () => {
      const original = kind === 'docx' ? await writeDocx(volumeFromText(TEXT)) : TEXT;
      const id = await importText(editor, house.first.provinceId, `乙县.${kind}`, original as string);
      const findings = await editor.api.reviews.findings({ id, from: 0 });
      const seqOf = (quote: string) => findings.find((finding) => finding.quote === quote)!.seq;
      await editor.api.reviews.decide({ id, seq: seqOf('七、八'), version: 0, decision: 'correct' });
      await editor.api.reviews.decide({
        id,
        seq: seqOf('我县'),
        version: 0,
        decision: 'opine',
        wording: '请改用第三人称。',
      });
      await editor.api.reviews.decide({ id, seq: seqOf('目前'), version: 0, decision: 'dismiss' });

      const bytes = await download(id);
      const comments = commentsOf(bytes);
      expect(comments.map((comment) => comment.on)).toEqual(['七、八', '我县']);
      expect(comments[0]!.says).toMatch(/^【径改】.*建议改为：七八.*依据：GB\/T 15834—2011 4.5.3.4/);
      expect(comments[1]!.says).toMatch(/^【提意见】请改用第三人称。/);
      expect((await readManuscript(bytes, '批注稿.docx')).volume.text).toBe(TEXT);

      const all = commentsOf(await download(id, 'undecided,dismiss,correct,verify,opine'));
      expect(all.map((comment) => comment.on)).toEqual(findings.map((finding) => finding.quote));
    });

  it('is not for readers', async () => {
    const id = await importText(editor, house.first.provinceId, '乙县.txt', TEXT);
    const reader = await house.join('reader', '510000/');
    expect((await reader.fetch(`/api/revisions/${id}/annotated.docx`)).status).toBe(403);
    expect(house.faults).toEqual([]);
  });
});
