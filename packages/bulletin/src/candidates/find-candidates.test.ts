import { describe, expect, test } from 'vitest';

import type { Demand } from '../candidates.ts';
import { findCandidates } from './find-candidates.ts';

const find = (...paragraphs: string[]) =>
  findCandidates([{ column: null, title: '', subtitle: null, source: null, paragraphs }], {
    year: 2031,
    date: '2031-05-08',
    persons: [],
    office: '甲市地方志工作办公室',
  }).candidates;
const tree = ({ ordinal, parts }: Demand): unknown => (parts.length > 0 ? [ordinal, parts.map(tree)] : ordinal);

describe('demands', () => {
  test('what is asked for within what was done', () => {
    const { demands } = find(
      '一、会议开得紧凑。5月4日，县长吴敏主持会议，强调要做到“三个到位”：一是人到位；二是钱到位；三是书到位。',
      '二、培训办得扎实。培训编辑三十人。',
    );
    expect(demands.map(({ ordinal, by, announced }) => [ordinal, by, announced])).toEqual([
      ['一是', '吴敏', 3],
      ['二是', '吴敏', 3],
      ['三是', '吴敏', 3],
    ]);
  });

  test.each([
    [
      'sentences',
      '会议要求，下半年，要多看样书，看到第三遍。要多访老人。要少开会。会后参观了书库。',
      ['下半年，要多看样书，看到第三遍。', '要多访老人。', '要少开会。'],
    ],
    ['clauses', '吴敏强调，要多看样书，要多访老人；要少开会。', ['要多看样书，', '要多访老人；', '要少开会。']],
  ])('要 without ordinals, %s', (_, text, quotes) => {
    expect(find(text).demands.map(({ quote }) => quote)).toEqual(quotes);
  });

  test.each([
    ['one sentence with two', '会议要求，要多看样书，要少开会。'],
    ['the noun', '按照提高质量的要求，要多看样书。要多访老人。'],
    ['what a report says', '县长在大会上所作《政府工作报告》提出，要“续修县志”。要把思想统一起来。'],
    ['what was done', '夯实基础，提升质量。（一）征集资料三百件。（二）培训编辑三十人。'],
  ])('none: %s', (_, text) => {
    expect(find(text).demands).toEqual([]);
  });

  test('第一 to 第三, announced as three', () => {
    const { demands } = find('会议认为，分志编纂要坚持三条：第一，核实资料；第二，不加评论；第三，今详古略。');
    expect(demands.map(tree)).toEqual(['第一，', '第二，', '第三，']);
    expect(demands[0]).toMatchObject({ announced: 3, by: '会议' });
  });
});

describe('persons', () => {
  test('posts before a comma go on with the name behind it', () => {
    const { persons, meetings } = find(
      '5月6日，市地方志办召开半年工作总结会。办党组成员、副主任，机关党委书记郑兰，机关各科全体干部参加会议。',
    );
    expect(persons).toMatchObject([{ name: '郑兰', posts: ['党组成员', '副主任', '机关党委书记'] }]);
    expect(meetings[0]!.attendance.map(({ role, names }) => [role, names])).toEqual([
      ['participant', ['郑兰']],
      ['participant', []],
    ]);
  });

  test('a preposition behind a name is none of it', () => {
    expect(find('副市长吴敏在《甲市年鉴》的报告上批示。').persons.map(({ name }) => name)).toEqual(['吴敏']);
  });

  test('the own office is left out of a post, another is kept', () => {
    const { persons } = find('市地方志办副主任孙立、省地方志办副主任钱方圆参加评审。');
    expect(persons.map(({ name, posts }) => [name, posts])).toEqual([
      ['孙立', ['副主任']],
      ['钱方圆', ['省地方志办副主任']],
    ]);
  });
});

describe('meetings', () => {
  test('named before its verb, over several days, hosted by a person', () => {
    const { meetings } = find(
      '5月4日至6日，《乙县志》（1986—2005）初稿评审会在乙县召开。会议由县委常委、副县长吴敏主持。',
      '5月7日，县长郑兰主持召开全县修志工作推进会，副县长孙立出席。',
    );
    expect(meetings.map(({ title, kind, host, date }) => [title, kind, host, date])).toEqual([
      ['《乙县志》（1986—2005）初稿评审会', 'other', null, '2031-05-04'],
      ['全县修志工作推进会', 'promotion', null, '2031-05-07'],
    ]);
    expect(meetings[0]!.attendance).toMatchObject([{ role: 'host', names: ['吴敏'] }]);
  });

  test('none, and nobody, in a rule', () => {
    const { meetings, persons } = find('成立由县委副书记任组长的领导小组，每季度召开1次联席会议。');
    expect([meetings, persons]).toEqual([[], []]);
  });

  test('a day and what was done attend nothing', () => {
    const { meetings } = find('5月7日，学校召开校史编纂工作推进会，副校长郑兰出席。');
    expect(meetings[0]!.attendance.map(({ quote }) => quote)).toEqual(['副校长郑兰']);
  });
});

describe('figures', () => {
  const figures = (text: string) =>
    find(text).figures.map(({ quote, value, whose, what, asOf }) => [quote, value, whose, what, asOf]);
  test.each([
    ['times of an activity', '开展“七进”活动12场次。', [['12场次', 12, null, '“七进”活动', '2031']]],
    ['issues of a report', '上半年，撰写资政报告14期。', [['14期', 14, null, '资政报告', '2031-01～2031-06']]],
    [
      'a verb is no owner',
      '举办培训班2期，培训撰稿人员186人次。',
      [
        ['2期', 2, null, '培训班', '2031'],
        ['186人次', 186, null, '培训撰稿人员', '2031'],
      ],
    ],
    ['one of several is no owner', '市商务局、市教育局等76个单位按时交稿。', [['76个', 76, null, '单位', '2031']]],
    [
      'years of a book are not those of its length',
      '校史办完成1952—1978年大事记初稿，约12万字。',
      [['12万字', 120_000, '校史办', null, '2031']],
    ],
    [
      'what was done is cut from its owner',
      '丙县组织职工整理书库，清点旧志620册。',
      [['620册', 620, '丙县', '清点旧志', '2031']],
    ],
    [
      'since a year',
      '该馆2026年开馆以来，累计接待观众5.2万人次。',
      [['5.2万人次', 52_000, '该馆', '接待观众', '2026～2031']],
    ],
    ['the number of an issue is none', '《甲市地方志工作简报》刊登于总第14期。', []],
  ])('%s', (_, text, want) => {
    expect(figures(text)).toEqual(want);
  });
});
