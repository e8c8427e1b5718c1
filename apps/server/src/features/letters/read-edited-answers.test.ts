import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { makeLine, makePaper } from '../../../test/make-paper.ts';
import { matchAnswers } from './match-answers.ts';
import { readAnswers } from './read-answers.ts';
import { writeLetter } from './write-letter.ts';
import { writeRegister } from './write-register.ts';

const DOCUMENT = 'word/document.xml';
const paper = makePaper();
const sent = await writeLetter(paper);
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`;

/** Does to the XML of a file what a program or a person does to the file. */
function edit(bytes: Uint8Array, change: (xml: string) => string, leaveOut: readonly string[] = []): Uint8Array {
  const parts = unzipSync(bytes);
  parts[DOCUMENT] = strToU8(change(strFromU8(parts[DOCUMENT]!)));
  for (const name of leaveOut) delete parts[name];
  return zipSync(parts);
}

const rowsOf = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gs)!;
/** Changes the row of a line of the letter. */
const editRow = (xml: string, number: number, change: (row: string) => string) => {
  const row = rowsOf(xml).find((each) => new RegExp(`<w:t[^>]*>${number}</w:t>`).test(each))!;
  return xml.replace(row, () => change(row));
};
/** Puts what `inner` says in place of what is in a cell of a row; cells are counted from 0. */
const fillCell = (row: string, index: number, inner: string) => {
  const cells = row.match(/<w:tc>.*?<\/w:tc>/gs)!;
  return row.replace(cells[index]!, () => `<w:tc><w:tcPr/>${inner}</w:tc>`);
};
const tick = (row: string, option: string) =>
  row.replace(new RegExp(`□(</w:t></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>${option})`), '☑$1');
const withoutBookmarks = (xml: string) => xml.replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');
const withoutHidden = (xml: string) => xml.replace(/<w:t[^>]*>\[xiuzhi[^<]*<\/w:t>/, '');

/** A letter with three answers, as a person gives them. */
const filled = edit(sent, (xml) => {
  const first = editRow(xml, 1, (row) => tick(row, '已改'));
  const second = editRow(first, 5, (row) => fillCell(tick(row, '未改'), 5, paragraph('原始资料如此')));
  return editRow(second, 11, (row) => fillCell(row, 4, paragraph('保留原文')));
});
const GIVEN = [
  [1, 'done', ''],
  [5, 'notDone', '原始资料如此'],
  [11, 'notDone', '保留原文'],
];

async function read(bytes: Uint8Array) {
  const answers = await readAnswers(bytes);
  if (!answers) throw new Error('no letter found');
  const matched = matchAnswers(answers, paper.lines);
  return {
    letter: `${matched.letterId}.${matched.secret}`,
    lines: matched.answers.map(({ lineId }) => lineId),
    given: matched.answers
      .filter(({ answer, note }) => answer !== null || note !== '')
      .map(({ number, answer, note }) => [number, answer, note])
      .toSorted((one, other) => Number(one[0]) - Number(other[0])),
    unmatched: matched.unmatched.map(({ text }) => text),
  };
}

const whole = {
  letter: `${paper.letterId}.${paper.secret}`,
  lines: paper.lines.map(({ lineId }) => lineId),
  given: GIVEN,
  unmatched: [],
};

describe('a filled-in letter', () => {
  test('is read', async () => {
    expect(await read(filled)).toEqual(whole);
  });

  test.each([
    ['custom properties', edit(filled, (xml) => xml, ['docProps/custom.xml'])],
    ['the hidden paragraph', edit(filled, withoutHidden)],
    ['bookmarks', edit(filled, withoutBookmarks)],
    ['bookmarks and properties', edit(filled, withoutBookmarks, ['docProps/custom.xml'])],
    ['bookmarks and the hidden paragraph', edit(filled, (xml) => withoutHidden(withoutBookmarks(xml)))],
    ['every style', edit(filled, (xml) => xml.replaceAll(/<w:pStyle[^>]*\/>/g, ''))],
  ])('is read when it has lost %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(whole);
  });

  test('is read when its rows are in another order, with and without bookmarks', async () => {
    const turn = (xml: string) => {
      const [head, ...rows] = rowsOf(xml.slice(0, xml.indexOf('</w:tbl>')));
      return xml.replace([head, ...rows].join(''), () => [head, ...rows.toReversed()].join(''));
    };
    for (const change of [turn, (xml: string) => withoutBookmarks(turn(xml))]) {
      const { lines, given, unmatched } = await read(edit(filled, change));
      expect(lines.slice(0, 9)).toEqual(whole.lines.slice(0, 9).toReversed());
      expect([given, unmatched]).toEqual([GIVEN, []]);
    }
  });

  test('goes by the quote when rows were numbered anew', async () => {
    const lines = ['乙县粮食总产量十五万吨。', '县城位于乙江东岸。', '𠮷姓居民多聚居于东部。'].map((quote, index) =>
      makeLine(index + 1, { quote }),
    );
    const bytes = edit(await writeLetter(makePaper({ lines })), (xml) =>
      ['1', '2', '3'].reduce(
        (changed, number) =>
          editRow(changed, Number(number), (row) =>
            fillCell(fillCell(row, 0, paragraph(`${4 + Number(number)}`)), 4, paragraph(number === '2' ? '已改' : '')),
          ),
        withoutBookmarks(xml),
      ),
    );
    const { answers } = matchAnswers((await readAnswers(bytes))!, lines);
    expect(answers.map(({ lineId, answer }) => [lineId, answer])).toEqual([
      [lines[0]!.lineId, null],
      [lines[1]!.lineId, 'done'],
      [lines[2]!.lineId, null],
    ]);
  });

  test('is read from its table alone, pasted into another file', async () => {
    const pasted = edit(
      filled,
      (xml) => {
        const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!;
        return xml.replace(
          /<w:body>.*<\/w:body>/s,
          () => `<w:body>${paragraph('回复如下')}${tables.join('')}</w:body>`,
        );
      },
      ['docProps/custom.xml'],
    );
    expect(await read(pasted)).toEqual({ ...whole, unmatched: ['回复如下'] });
  });

  test('answers the letter its table is from, not the file the table was pasted into', async () => {
    const other = makePaper({ letterId: '00000000-0000-4000-8000-000000000001', lines: [] });
    const table = /<w:tbl>.*?<\/w:tbl>/s.exec(strFromU8(unzipSync(filled)[DOCUMENT]!))![0];
    const bytes = edit(await writeLetter(other), (xml) => xml.replace('<w:body>', () => `<w:body>${table}`));
    expect((await readAnswers(bytes))?.letterId).toBe(paper.letterId);
  });

  test('is nobody’s when every mark is lost', async () => {
    const bytes = edit(filled, (xml) => withoutHidden(withoutBookmarks(xml)), ['docProps/custom.xml']);
    expect(await readAnswers(bytes)).toBeNull();
  });
});

describe('what was not in the letter is not dropped', () => {
  test('rows added, with and without a number; a paragraph; a table', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const rows = row('', '全书', '', '另有一处漏排', '', '') + row('13', '卷首', '序言', '', '已改', '补了落款');
    const bytes = edit(filled, (xml) =>
      xml
        .replace('</w:tbl>', () => `${rows}${row('', '', '', '', '', '')}</w:tbl>${paragraph('第三条请面谈。')}`)
        .replace('</w:body>', () => `<w:tbl>${row('附图', '三幅')}</w:tbl></w:body>`),
    );
    expect(await read(bytes)).toEqual({
      ...whole,
      unmatched: ['全书 | 另有一处漏排', '附图 | 三幅', '第三条请面谈。', '13 | 卷首 | 序言 | 已改 | 补了落款'],
    });
  });

  test('a comment of Word', async () => {
    const parts = unzipSync(filled);
    const links = 'word/_rels/document.xml.rels';
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
    parts['word/remarks.xml'] = strToU8(
      `<w:comments xmlns:w="w"><w:comment w:id="1">${paragraph('见附页')}</w:comment></w:comments>`,
    );
    parts[links] = strToU8(
      strFromU8(parts[links]!).replace(
        '</Relationships>',
        `<Relationship Id="rId99" Type="${type}" Target="remarks.xml"/></Relationships>`,
      ),
    );
    expect(await read(zipSync(parts))).toEqual({ ...whole, unmatched: ['见附页'] });
  });

  test('a printed paragraph that was changed, and words before the hidden mark', async () => {
    const bytes = edit(filled, (xml) =>
      xml.replace('收悉。', '收悉。退回重审。').replace('>[xiuzhi', () => '>此致[xiuzhi'),
    );
    const { unmatched } = await read(bytes);
    expect(unmatched).toEqual([expect.stringContaining('退回重审'), '此致']);
  });

  test('a row whose cells were merged keeps its words', async () => {
    const bytes = edit(sent, (xml) =>
      editRow(xml, 3, (row) => {
        const [first] = row.match(/<w:tc>.*?<\/w:tc>/s)!;
        return `<w:tr>${first}<w:tc>${paragraph('此条已与农业部门商定')}</w:tc></w:tr>`;
      }),
    );
    const { given } = await read(bytes);
    expect(given).toEqual([[3, null, '3 | 此条已与农业部门商定']]);
  });

  test('words in a cell we printed, and a row of another letter', async () => {
    const bytes = edit(filled, (xml) => {
      const written = editRow(xml, 6, (row) => fillCell(row, 3, paragraph('分项之和不符。答：已核。')));
      return editRow(written, 2, (row) => row.replace(/w:name="xz_[^"]*"/, `w:name="xz_${'0'.repeat(26)}"`));
    });
    const { given, lines, unmatched } = await read(bytes);
    expect(given[2]).toEqual([6, null, expect.stringMatching(/^表内文字有改动：.*县人大主任.*答：已核。$/s)]);
    expect(lines).not.toContain(paper.lines[1]!.lineId);
    expect(unmatched).toEqual([expect.stringMatching(/^2 \| /)]);
  });

  test('columns of the register besides the answer, and a column added', async () => {
    const register = edit(await writeRegister(paper), (xml) =>
      editRow(xml, 2, (row) => fillCell(fillCell(tick(row, '已改'), 7, paragraph('赵某')), 8, paragraph('钱某'))),
    );
    expect((await read(register)).given).toEqual([[2, 'done', '经办人：赵某；复核：钱某']]);
  });

  test('two answers to one line are kept as words, none is chosen', async () => {
    const twice = edit(filled, (xml) => {
      const row = rowsOf(xml).find((each) => /<w:t[^>]*>5<\/w:t>/.test(each))!;
      return xml.replace(row, () => row + fillCell(row, 4, paragraph('已改')));
    });
    expect((await read(twice)).given[1]).toEqual([5, null, '未改；原始资料如此；已改；原始资料如此']);
  });
});

describe('tracked changes', () => {
  const insert = (text: string) => `<w:ins w:id="90" w:author="a">${run(text)}</w:ins>`;
  const remove = (text: string) => `<w:del w:id="91" w:author="a"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  test('an inserted answer counts, a deleted one does not', async () => {
    const bytes = edit(sent, (xml) =>
      editRow(xml, 2, (row) => fillCell(row, 4, `<w:p>${remove('未改')}${insert('已改')}</w:p>`)),
    );
    expect((await read(bytes)).given).toEqual([[2, 'done', '']]);
  });

  test('a deleted row is gone, and the line is not answered', async () => {
    const bytes = edit(filled, (xml) =>
      editRow(xml, 5, (row) => row.replace('<w:trPr>', '<w:trPr><w:del w:id="92" w:author="a"/>')),
    );
    const { lines, given } = await read(bytes);
    expect(lines).toHaveLength(11);
    expect(given).toEqual([GIVEN[0], GIVEN[2]]);
  });
});

test('files that do harm and files that are no documents are refused', async () => {
  const hostile = edit(sent, (xml) => xml.replace('<w:document', () => '<!DOCTYPE a><w:document'));
  await expect(readAnswers(hostile)).rejects.toMatchObject({ name: 'ManuscriptRefusal', code: 'has-doctype' });
  await expect(readAnswers(Uint8Array.of(1, 2, 3))).rejects.toMatchObject({ code: 'not-a-docx' });
});
