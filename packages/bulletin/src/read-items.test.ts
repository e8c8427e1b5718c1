import { describe, expect, test } from 'vitest';

import { readBulletin } from './read-bulletin.ts';

const HEAD = ['甲市史志工作简报', '第5期（总第88期）', '甲市史志办公室 2031年5月8日'];
const TAIL = ['信息公开选项：主动公开', '报：市委。', '甲市史志办公室 2031年5月8日印发', '（共印20份）'];
const ONE = '5月6日，乙县举办年鉴培训。各部门派人参加，会后交了书面作业。';
const TWO = '5月7日，丙县收到老照片二百张，都编了号，放进新做的柜子里。';
const read = (...body: string[]) => readBulletin([...HEAD, ...body, ...TAIL]);
const codes = (...body: string[]) => read(...body).problems.map(({ code }) => code);

describe('columns', () => {
  test.each([
    ['stars', ['★特别关注★', '★★县区动态★★']],
    ['one bullet', ['◆特别关注', '◆ 县区动态']],
    ['other brackets', ['〖特别关注〗', '［县区动态］']],
    ['frames', ['≡特别关注≡', '■ 县区动态 ■']],
    ['nothing', ['特别关注', '县区动态']],
    ['letters apart', ['【特 别 关 注】', '【县 区 动 态】']],
  ])('%s', (_, [first, second]) => {
    const got = read(
      first!,
      '乙县举办年鉴培训',
      `${ONE}（乙县史志办）`,
      second!,
      '丙县收到老照片',
      `${TWO}（丙县史志办）`,
    );
    expect(got.columns).toEqual(['特别关注', '县区动态']);
    expect(got.items).toMatchObject([
      { column: '特别关注', title: '乙县举办年鉴培训', source: '乙县史志办', paragraphs: [ONE] },
      { column: '县区动态', title: '丙县收到老照片', source: '丙县史志办', paragraphs: [TWO] },
    ]);
    expect(got.problems).toEqual([]);
  });
});

describe('titles', () => {
  test.each([
    ['bullets', ['◆ 乙县举办年鉴培训', '◆ 丙县收到老照片']],
    ['stars', ['★乙县举办年鉴培训', '★丙县收到老照片']],
    ['ordinals', ['一、乙县举办年鉴培训', '二、丙县收到老照片']],
    ['figures', ['1．乙县举办年鉴培训', '2．丙县收到老照片']],
  ])('with %s', (_, [first, second]) => {
    expect(read(first!, ONE, second!, TWO).items).toMatchObject([
      { title: '乙县举办年鉴培训', paragraphs: [ONE] },
      { title: '丙县收到老照片', paragraphs: [TWO] },
    ]);
  });

  test('ordinals begin anew in each column; a call may be a title', () => {
    const got = read(
      '【领导关怀】',
      '一、丁市长看样书',
      ONE,
      '二、丁市长看书库',
      TWO,
      '【业务工作】',
      '一、守好书库，人人有责！',
      ONE,
    );
    expect(got.items.map(({ column, title }) => [column, title])).toEqual([
      ['领导关怀', '丁市长看样书'],
      ['领导关怀', '丁市长看书库'],
      ['业务工作', '守好书库，人人有责！'],
    ]);
  });

  test('a heading of Markdown above a deeper one is a column', () => {
    const got = read('## 他山之石', '### 乙县举办年鉴培训', ONE, '## 县区动态', '### 丙县收到老照片', TWO);
    expect(got.items.map(({ column, title }) => [column, title])).toEqual([
      ['他山之石', '乙县举办年鉴培训'],
      ['县区动态', '丙县收到老照片'],
    ]);
  });

  test('who spoke, and when, is no part of the title', () => {
    const got = read(
      '◎领导讲话',
      '在史志工作会议上的讲话',
      '副市长　郑兰',
      '（2031年5月5日）',
      '同志们：',
      ONE,
      '◎工作动态',
      '丙县收到老照片',
      TWO,
    );
    expect(got.columns).toEqual(['领导讲话', '工作动态']);
    expect(got.items.map(({ title }) => title)).toEqual(['在史志工作会议上的讲话', '丙县收到老照片']);
    expect(got.items[0]!.paragraphs.join('')).toContain('副市长郑兰（2031年5月5日）同志们：');
  });

  test('a heading of a list with a comma is not joined with its text', () => {
    const points = ['一、看样书，看仔细', ONE, '二、看书库，看干净', TWO];
    for (const indent of ['', '　　'])
      expect(read('本月工作情况', TWO, ...points.map((point) => indent + point)).items).toMatchObject([
        { paragraphs: [TWO, ...points] },
      ]);
  });

  test('points of a text that open with a bullet or an ordinal stay in it', () => {
    const points = ['一、培训', '二、老照片', '●乙县已交稿。', '●丙县正在校对。'];
    expect(read('本月工作情况', ONE, ...points, TWO).items).toMatchObject([{ paragraphs: [ONE, ...points, TWO] }]);
  });

  test('a note of the editor before a title belongs to its item', () => {
    const note = '编者按：乙县的做法值得一看，现予刊发，供各地参考。';
    const got = read('【经验交流】', note, '乙县举办年鉴培训', `${ONE}（乙县史志办）`);
    expect(got.items).toMatchObject([{ column: '经验交流', title: '乙县举办年鉴培训', paragraphs: [note, ONE] }]);
    const framed = read(
      '【编者按】乙县的做法值得一看，现予刊发，供各地参考。',
      '乙县举办年鉴培训',
      `${ONE}（乙县史志办）`,
    );
    expect(framed.columns).toEqual([]);
    expect(framed.items).toMatchObject([
      { title: '乙县举办年鉴培训', paragraphs: [expect.stringContaining('【编者按】'), ONE] },
    ]);
  });
});

describe('sources', () => {
  test.each([
    ['（来源：乙县史志办）', '乙县史志办'],
    ['（供稿：乙县史志办）', '乙县史志办'],
    ['（乙县史志办供稿）', '乙县史志办'],
    ['（乙县史志办 供稿）', '乙县史志办'],
    ['（乙县史志办 郑兰）', '乙县史志办 郑兰'],
    ['（乙县史志办郑兰）', '乙县史志办郑兰'],
    ['（郑兰）', '郑兰'],
    ['（郑兰 孙立）', '郑兰 孙立'],
    ['（供稿人：郑兰、孙立）', '郑兰、孙立'],
    ['（综合科）', '综合科'],
    ['（甲市日报）', '甲市日报'],
    ['（乙县党史和地方志研究室、丙镇人民政府）', '乙县党史和地方志研究室、丙镇人民政府'],
    ['（中共乙县委党史研究室（乙县地方志办公室））', '中共乙县委党史研究室（乙县地方志办公室）'],
  ])('%s', (printed, source) => {
    for (const body of [[ONE + printed], [ONE, `　　　　　　　　${printed}`]])
      expect(read('乙县举办年鉴培训', ...body, '丙县收到老照片', `${TWO}（丙县史志办）`).items).toMatchObject([
        { source, paragraphs: [ONE] },
        { source: '丙县史志办', paragraphs: [TWO] },
      ]);
  });

  test.each([
    ['供稿：乙县史志办', '乙县史志办'],
    ['来源：乙县史志办', '乙县史志办'],
    ['乙县史志办　供稿', '乙县史志办'],
    ['　　　　　　　　　　　　乙县史志办', '乙县史志办'],
    ['乙县史志办', '乙县史志办'],
    ['中共乙县委党史研究室', '中共乙县委党史研究室'],
  ])('on a line of its own: %s', (line, source) => {
    expect(read('乙县举办年鉴培训', ONE, line, '丙县收到老照片', `${TWO}（丙县史志办）`).items).toMatchObject([
      { source, paragraphs: [ONE] },
      { source: '丙县史志办' },
    ]);
  });

  test.each(['（以下简称《年鉴》）', '（完）', '（文件附后）', '（单位：万册）', '（全文见附件）'])(
    '%s is none',
    (words) => {
      expect(read('乙县举办年鉴培训', ONE + words).items).toMatchObject([{ source: null, paragraphs: [ONE + words] }]);
    },
  );
});

test('a title may end in the name of an office', () => {
  const { items } = read(
    '乙县举办年鉴培训',
    ONE,
    '丁乡老人到访乙县史志办',
    TWO,
    '丁乡老人再访乙县地方志办公室',
    '并捐赠旧报',
    TWO,
  );
  expect(items.map(({ title }) => title)).toEqual([
    '乙县举办年鉴培训',
    '丁乡老人到访乙县史志办',
    '丁乡老人再访乙县地方志办公室并捐赠旧报',
  ]);
});

test('a source may stand behind the title', () => {
  expect(read('丙县开放旧档案（丙县档案馆）', TWO).items).toMatchObject([
    { title: '丙县开放旧档案', source: '丙县档案馆', paragraphs: [TWO] },
  ]);
  expect(read('丙县公布名单（第二批）', TWO).items).toMatchObject([{ title: '丙县公布名单（第二批）', source: null }]);
});

describe('pages', () => {
  test('a head that is printed on each page is not text, and no second issue', () => {
    const pages = [
      '乙县举办年鉴培训',
      ONE,
      '— 1 —',
      '\f甲市史志工作简报',
      '丙县收到老照片',
      TWO,
      '— 2 —',
      '\f甲市史志工作简报　第5期',
      '丁县出版古桥志',
      '5月8日，丁县出版古桥志，分送各学校和图书馆。',
    ];
    const got = read(...pages);
    expect(got.items.map(({ title }) => title)).toEqual(['乙县举办年鉴培训', '丙县收到老照片', '丁县出版古桥志']);
    expect(got.problems).toEqual([]);
  });

  test.each(['第二页', '－3－', '－ ３ －', '共8页 第3页', '第3页（共8页）', '~ 3 ~', 'Page 3 of 8'])(
    '%s is a page number',
    (line) => {
      const broken = read('乙县举办年鉴培训', `${ONE}各科室把手上的书稿`, line, '逐页核对一遍。');
      expect(broken.items[0]!.paragraphs).toEqual([`${ONE}各科室把手上的书稿逐页核对一遍。`]);
    },
  );

  test('a signature with its day is not joined with what stands above it', () => {
    const signed = ['附件：未交稿的单位', '甲市史志办公室', '2031年5月8日'];
    for (const indent of ['', '　　　　　　　　　　'])
      expect(read('交稿情况', ONE, signed[0]!, indent + signed[1]!, indent + signed[2]!).items).toMatchObject([
        { source: null, paragraphs: [ONE, ...signed] },
      ]);
  });

  test('credits under the last item are no text of it', () => {
    const got = read('乙县举办年鉴培训', `${ONE}（乙县史志办）`, '责任编辑：郑兰　校对：孙立');
    expect(got).toMatchObject({
      credits: ['责任编辑：郑兰', '校对：孙立'],
      items: [{ source: '乙县史志办', paragraphs: [ONE] }],
    });
  });
});

describe('damaged text', () => {
  test('control characters are dropped, halves of characters are made whole', () => {
    const got = read('乙县举办年鉴培训', `5月6日，\u0000乙县\u0007举办\uD800年鉴培训。`);
    expect(got.items[0]!.paragraphs).toEqual(['5月6日，乙县举办\uFFFD年鉴培训。']);
    expect(JSON.stringify(got).isWellFormed()).toBe(true);
  });

  test('a table without sentences is kept, row by row', () => {
    const rows = ['县别\t篇数\t采用', '乙县\t12\t5', '丙县\t9\t4'];
    const { items } = read('各县供稿情况', ONE, ...rows);
    expect(items[0]!.paragraphs.join('')).toContain('乙县12');
    expect(codes('各县供稿情况', ONE, ...rows)).not.toContain('no-items');
  });
});
