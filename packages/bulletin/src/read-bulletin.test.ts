import { describe, expect, test } from 'vitest';

import { makePoliticalBulletin, makeWorkBulletin, POLITICAL_ITEMS, WORK_ITEMS } from '../test/make-bulletin.ts';
import type { Demand } from './candidates.ts';
import { readBulletin } from './read-bulletin.ts';

const BODY = ['甲市举办地方志业务培训', '7月1日，甲市举办地方志业务培训。各县（区）派人参加。（甲市地方志办）'];
const TAIL = [
  '信息公开选项：主动公开',
  '报：市委。',
  '发：各县（区）地方志办公室。',
  '甲市地方志工作办公室综合科',
  '2031年7月2日印发',
  '（共印20份）',
];
const withHead = (...head: string[]) => readBulletin([...head, ...BODY, ...TAIL]);
const withTail = (...tail: string[]) =>
  readBulletin(['甲市地方志工作简报', '第3期（总第30期）', '甲市地方志工作办公室', '2031年7月2日', ...BODY, ...tail]);
const codes = (lines: readonly string[]) => readBulletin(lines).problems.map(({ code }) => code);

describe('the head', () => {
  test.each([
    ['第11期—总第506期', 11, 506, false],
    ['第 2 期（总第 2 期）', 2, 2, false],
    ['第 24期(总第 275期)', 24, 275, false],
    ['2031年第55期（总第306期）', 55, 306, false],
    ['〔2031〕第5期', 5, null, false],
    ['总第506期　第11期', 11, 506, false],
    ['第二十四期（总第二百七十五期）', 24, 275, false],
    ['（第 6 期）', 6, null, false],
    ['增刊第2期', 2, null, true],
    ['增刊（3）', 3, null, true],
    ['第7期 增刊', 7, null, true],
  ])('%s', (line, number, total, supplement) => {
    const read = withHead('甲市地方志工作简报', line, '甲市地方志工作办公室', '2031年7月2日');
    expect(read).toMatchObject({
      series: '甲市地方志工作简报',
      number,
      total,
      supplement,
      year: 2031,
      date: '2031-07-02',
    });
    expect(read.items).toHaveLength(1);
  });

  test.each([
    ['office and date on one line', ['甲市地方志工作简报', '第3期', '甲市地方志工作办公室　2031年7月2日']],
    ['date first', ['甲市地方志工作简报', '第3期', '2031年7月2日　甲市地方志工作办公室']],
    ['all on two lines', ['甲市地方志工作简报 2031年第3期', '甲市地方志工作办公室编 2031年7月2日']],
    ['letters apart', ['甲 市 地 方 志 工 作 简 报', '第 3 期', '甲市地方志工作办公室', '2031 年 7 月 2 日']],
    ['name over two lines', ['甲市地方志', '工作简报', '第3期', '甲市地方志工作办公室', '2031年7月2日']],
    ['Markdown', ['# **甲市地方志工作简报**', '第3期', '甲市地方志工作办公室', '2031年7月2日']],
    ['Chinese date', ['甲市地方志工作简报', '第3期', '甲市地方志工作办公室', '二〇三一年七月二日']],
    ['a rule below', ['甲市地方志工作简报', '第3期', '甲市地方志工作办公室 2031-07-02', '—————————————']],
    [
      'contents',
      ['甲市地方志工作简报', '第3期', '甲市地方志工作办公室 2031年7月2日', '本期要目', '甲市举办地方志业务培训'],
    ],
  ])('%s', (_, head) => {
    expect(withHead(...head)).toMatchObject({
      series: '甲市地方志工作简报',
      number: 3,
      office: '甲市地方志工作办公室',
      date: '2031-07-02',
      items: [{ title: '甲市举办地方志业务培训', source: '甲市地方志办' }],
      problems: [],
    });
  });

  test('cut off: name and number are not read, and that is said', () => {
    const read = withHead(' 甲市地方志工作办公室 2031年 7月 2日');
    expect(read).toMatchObject({ series: null, kind: null, number: null, total: null, year: 2031 });
    expect(read.problems.map(({ code }) => code)).toEqual(['no-series', 'no-number']);
  });

  test('a number in the text is not that of the issue', () => {
    const text = '6月5日，《甲市地方志工作简报》第 24期（总第 275期）刊登信息。（乙县地方志办）';
    const read = readBulletin(['甲市地方志工作办公室 2031年7月2日', '乙县工作受到肯定', text, ...TAIL]);
    expect(read).toMatchObject({ number: null, total: null });
  });
});

describe('the tail', () => {
  const whole = {
    disclosure: 'proactive',
    recipients: {
      up: ['市委', '市人民政府'],
      across: ['市直各部门'],
      down: ['各县（区）地方志办公室（研究室，编纂中心）'],
    },
    printedBy: '甲市地方志工作办公室综合科',
    printedOn: '2031-07-02',
    copies: 25,
  };
  test.each([
    [
      'on six lines',
      [
        '信息公开选项：主动公开',
        '报：市委，市人民政府。',
        '送：市直各部门。',
        '发：各县（区）地方志办公室（研究室，编纂中心）。',
        '甲市地方志工作办公室综合科 2031年7月2日印发',
        '（共印 25份）',
      ],
    ],
    [
      'on one line',
      [
        '信息公开选项：主动公开 报：市委，市人民政府。 送：市直各部门。 发：各县（区）地方志办公室（研究室，编纂中心）。 甲市地方志工作办公室综合科 2031年7月2日印发 （共印25份）',
      ],
    ],
    [
      'broken anywhere, half-width marks',
      [
        '## 信息公开选项：主动公开',
        '报：市委，',
        '市人民政府。',
        '',
        '送：市直各部门。',
        '发：各县（区）地方志办公室（研究室，',
        '编纂中心）。',
        '甲市地方志工作办公室综合科',
        '2031年 7月 2日印发',
        '(共印25份)',
      ],
    ],
    [
      'office over two lines',
      [
        '信息公开选项: 主动公开',
        '报: 市委、市人民政府',
        '送: 市直各部门',
        '发: 各县（区）地方志办公室（研究室，编纂中心）。',
        '甲市地方志工作办公室',
        '综合科　2031年7月2日印发',
        '共印二十五份',
      ],
    ],
  ])('%s', (_, tail) => {
    const { disclosure, recipients, printedBy, printedOn, copies, problems } = withTail(...tail);
    expect({ disclosure, recipients, printedBy, printedOn, copies }).toEqual(whole);
    expect(problems).toEqual([]);
  });

  test.each([
    ['依申请公开', 'onRequest'],
    ['不予公开', 'withheld'],
    ['待报请确定', 'undetermined'],
  ])('信息公开选项：%s', (words, disclosure) => {
    expect(withTail(`信息公开选项：${words}`, ...TAIL.slice(1)).disclosure).toBe(disclosure);
  });

  test('on the line of the last sentence', () => {
    const read = readBulletin([
      '甲市地方志工作简报',
      '第3期',
      '甲市地方志工作办公室 2031年7月2日',
      BODY[0]!,
      `${BODY[1]} ${TAIL.join(' ')}`,
    ]);
    expect(read).toMatchObject({ disclosure: 'proactive', copies: 20, items: [{ source: '甲市地方志办' }] });
  });
});

describe('the items', () => {
  test('of a work bulletin: columns, titles, sources, every paragraph', () => {
    const { columns, items, problems } = readBulletin(makeWorkBulletin());
    expect(columns).toEqual(['特别关注', '县区动态']);
    expect(items).toEqual(WORK_ITEMS.map((item) => ({ subtitle: null, ...item })));
    expect(problems).toEqual([]);
  });

  test('of a political-work bulletin: several, though nothing but a title parts them', () => {
    const second = {
      title: '市地方志办党支部开展主题党日活动',
      paragraphs: ['6月1日，市地方志办党支部到丙县古桥清扫桥面。'],
    };
    const { items, kind } = readBulletin(makePoliticalBulletin(undefined, [...POLITICAL_ITEMS, second]));
    expect(kind).toBe('political-work');
    expect(items.map(({ title, paragraphs }) => [title, paragraphs.length])).toEqual([
      [POLITICAL_ITEMS[0]!.title, 7],
      [second.title, 1],
    ]);
  });

  test.each([
    [
      'a title over two lines',
      ['乙县完成县（区）地方综合年鉴 2031年卷', '编纂篇目审查工作'],
      '乙县完成县（区）地方综合年鉴2031年卷编纂篇目审查工作',
      null,
    ],
    ['a subtitle', ['守好书库', '——甲市地方志办清点旧志'], '守好书库', '甲市地方志办清点旧志'],
    ['a subtitle on the same line', ['守好书库里的旧志——甲市地方志办清点'], '守好书库里的旧志', '甲市地方志办清点'],
    ['two parts', ['市地方志办召开学习会　传达市委会议精神'], '市地方志办召开学习会 传达市委会议精神', null],
    ['a comma in a title that is due', ['收旧报，补旧志'], '收旧报，补旧志', null],
  ])('%s', (_, lines, title, subtitle) => {
    const body = [
      '【县区动态】',
      ...lines,
      '7月1日，乙县的编辑们把样书看了三遍，把不清楚的地方逐条问清。（乙县地方志办）',
    ];
    const read = readBulletin(['甲市地方志工作简报', '第3期', '甲市地方志工作办公室 2031年7月2日', ...body, ...TAIL]);
    expect(read.items).toMatchObject([{ column: '县区动态', title, subtitle, source: '乙县地方志办' }]);
  });

  const page = (...body: string[]) =>
    readBulletin([
      '甲市地方志办政工简讯',
      '第3期',
      '甲市地方志工作办公室 2031年7月2日',
      '市地方志办召开学习会',
      ...body,
      ...TAIL,
    ]);

  test('a bracket that a page has split is joined', () => {
    const { items, problems } = page('各科室按时完成修志编鉴任务（简', '', '称“两项任务”），并按季度公布进度。');
    expect(items[0]!.paragraphs).toEqual(['各科室按时完成修志编鉴任务（简称“两项任务”），并按季度公布进度。']);
    expect(problems).toEqual([]);
  });

  test('a word doubled at the end of a page is kept, and asked about', () => {
    const { items, problems } = page(
      '请编辑们把手上的书稿再看一遍，把职称、培训、查档的事情一起办好，加强与市人力资源和社会保障',
      '— 2 —',
      '保障局等部门的联系，把编辑的职称问题说清楚。',
    );
    expect(items[0]!.paragraphs[0]).toContain('社会保障保障局');
    expect(problems).toMatchObject([{ code: 'doubled-words', severity: 'ask', line: 7 }]);
  });

  test('a bracket that is never closed is asked about', () => {
    expect(page('各科室完成《丙县古桥的校对，送印刷厂排版。').problems).toMatchObject([
      { code: 'open-bracket', line: 5 },
    ]);
  });

  test('an explanation in brackets at the end is no source', () => {
    expect(page('完成修志编鉴任务（以下简称任务）。', '出版《丙县古桥》（暂名）').items[0]!.source).toBeNull();
  });

  test('titles within an item stay in it', () => {
    const { items } = page('一、看样书', '编辑们看样书三遍。', '二、访老人', '编辑们访老人五十位。');
    expect(items).toMatchObject([
      { paragraphs: ['一、看样书', '编辑们看样书三遍。', '二、访老人', '编辑们访老人五十位。'] },
    ]);
  });
});

describe('what is refused, in one sentence', () => {
  const whole = makeWorkBulletin();
  test.each([
    ['no lines', [], ['no-text']],
    ['blank lines, a scan', ['', '  ', '\f', '— 1 —'], ['no-text']],
    ['two issues in one file', [...whole, ...makePoliticalBulletin()], ['two-documents']],
    [
      'two issues, the second without a tail',
      [...whole.slice(0, -7), ...makeWorkBulletin().slice(0, 9)],
      ['two-documents'],
    ],
    ['the tail is missing', whole.slice(0, -7), ['no-tail']],
    ['no bulletin', ['会议通知', '请于明天上午到会议室开会。'], ['no-bulletin']],
    ['nothing between head and tail', [...whole.slice(0, 3), ...TAIL], ['no-items']],
  ])('%s', (_, lines, want) => {
    const refused = readBulletin(lines).problems.filter(({ severity }) => severity === 'refuse');
    expect(refused.map(({ code }) => code)).toEqual(want);
    expect(refused[0]!.message).toMatch(/^[^。]+。$/u);
  });

  test('a copy of the web may lack its tail', () => {
    expect(readBulletin(whole.slice(0, -7), { mayLackTail: true }).problems).toMatchObject([
      { code: 'no-tail', severity: 'ask' },
    ]);
  });
});

describe('what is asked about', () => {
  const swap = (from: string, to: string) => makeWorkBulletin().map((line) => line.replace(from, to));
  test.each([
    ['date-disagrees', swap('7月20日印发', '7月21日印发')],
    ['total-before-number', swap('总第 275 期', '总第 5 期')],
    ['impossible-date', swap('2031年 7月 20日', '2031年 2月 30日')],
    ['office-disagrees', swap('甲市地方志工作办公室综合科', '丁市地方志工作办公室综合科')],
    ['no-copies', makeWorkBulletin().slice(0, -1)],
    ['no-disclosure', makeWorkBulletin().filter((line) => !line.startsWith('信息公开'))],
    ['item-without-source', swap('（乙县地方志编纂中心）', '')],
    ['demands-disagree', swap('提三点要求', '提四点要求')],
  ])('%s', (code, lines) => {
    expect(codes(lines)).toEqual([code]);
  });
});

describe('candidates', () => {
  const tree = ({ ordinal, parts }: Demand): unknown => (parts.length > 0 ? [ordinal, parts.map(tree)] : ordinal);

  test('opinions nest: four, three of them within the second, and not seven', () => {
    const { demands } = readBulletin(makePoliticalBulletin()).candidates;
    expect(demands.map(tree)).toEqual(['一是', ['二是', ['一是', '二是', '三是']], '三是', '四是']);
    expect(demands.map(({ by, announced, rank }) => [by, announced, rank])).toEqual(
      [1, 2, 3, 4].map((rank) => ['周一鸣', 4, rank]),
    );
  });

  test.each([
    ['points of one paragraph', '周一鸣提出三点要求：一是看书。二是访人。三是写文。', ['一是', '二是', '三是']],
    ['brackets', '会议提出以下要求：（一）看书。（二）访人。', ['（一）', '（二）']],
    [
      'brackets within ordinals',
      '会议作出安排：一是看书：（一）旧志；（二）新志。二是访人。',
      [['一是', ['（一）', '（二）']], '二是'],
    ],
    ['what was done is no demand', '上半年各项工作有序推进。一是看书三十本。二是访人五十位。', []],
  ])('%s', (_, text, want) => {
    const lines = [
      '甲市地方志办政工简讯',
      '第3期',
      '甲市地方志工作办公室 2031年7月2日',
      '市地方志办召开学习会',
      text,
      ...TAIL,
    ];
    expect(readBulletin(lines).candidates.demands.map(tree)).toEqual(want);
  });

  test('points that open with one word, and numbers that open paragraphs', () => {
    const lines = [
      '甲市地方志办政工简讯',
      '第3期',
      '甲市地方志工作办公室 2031年7月2日',
      '市地方志办召开学习会',
      '会议提出“三个多做”具体要求。',
      '**多做访谈。**走到村里去。',
      '**多做校对。**看到第三遍。',
      '**多做索引。**查得到才好。',
      '会议对下一步提出两点意见：',
      '1．看书。',
      '2．访人。',
      ...TAIL,
    ];
    const { demands } = readBulletin(lines).candidates;
    expect(demands.map(({ ordinal, announced }) => [ordinal, announced])).toEqual([
      ['多做访谈', 3],
      ['多做校对', 3],
      ['多做索引', 3],
      ['1．', 2],
      ['2．', 2],
    ]);
  });

  test('persons with the posts of the day, each once', () => {
    const { persons } = readBulletin(makeWorkBulletin()).candidates;
    expect(persons.map(({ name, posts, mentions }) => [name, posts, mentions.length])).toEqual([
      ['周一鸣', ['党组书记', '主任'], 1],
      ['郑兰', ['党组成员', '副主任'], 1],
      ['孙立', ['党组成员', '副主任'], 1],
      ['钱方圆', ['党组成员', '副主任'], 1],
      ['吴敏之', ['乙县县委常委', '常务副县长'], 2],
    ]);
    expect(persons.every(({ asOf }) => asOf === '2031-07-20')).toBe(true);
  });

  test('a given name before a post is whole only where somebody says so', () => {
    const lines = [
      '甲市地方志工作简报',
      '第3期',
      '甲市地方志工作办公室 2031年7月2日',
      '乙县开会',
      '7月1日，乙县开会。敏之书记到会讲话。（乙县地方志办）',
      ...TAIL,
    ];
    expect(readBulletin(lines).candidates.persons).toMatchObject([{ name: '敏之', fullName: null, posts: ['书记'] }]);
    expect(readBulletin(lines, { persons: ['吴敏之'] }).candidates.persons).toMatchObject([
      { fullName: '吴敏之', quote: '敏之' },
    ]);
  });

  test('works with aliases, subtitles and provisional names', () => {
    const { works } = readBulletin(makeWorkBulletin()).candidates;
    expect(
      works.map(({ title, subtitle, kind, aliases, provisional }) => [title, subtitle, kind, aliases, provisional]),
    ).toEqual([
      ['甲市河流图志', null, 'work', [], true],
      ['乙山记', '丙水流域村落调查', 'work', [], false],
      ['甲市地方综合年鉴编纂规范', null, 'document', ['规范'], false],
    ]);
  });

  test('figures: what, whose, as of when', () => {
    const { figures } = readBulletin(makeWorkBulletin()).candidates;
    expect(figures.map(({ quote, value, whose, what, asOf }) => [quote, value, whose, what, asOf])).toEqual([
      ['12.5万次', 125_000, '甲市情网', '总浏览量', '2031-06-30'],
      ['36.04万次', 360_400, '方志甲市', '新媒体矩阵总阅读量', '2031-06-30'],
      ['6个', 6, '市地方志办', '县（区）', '2031'],
    ]);
  });

  test('a study session: kind, host, day, what was relayed from which level, who came', () => {
    const [meeting, ...others] = readBulletin(makePoliticalBulletin()).candidates.meetings;
    expect(others).toEqual([]);
    expect(meeting).toMatchObject({ kind: 'enlarged-study', host: '市地方志办党组', date: '2031-05-21' });
    expect(meeting!.documents.map(({ quote, level }) => [quote.length, level])).toEqual([
      [24, 'other'],
      [14, 'other'],
      [14, 'other'],
    ]);
    expect(meeting!.attendance.map(({ role, names }) => [role, names])).toEqual([
      ['host', ['周一鸣']],
      ['participant', ['郑兰']],
      ['participant', ['孙立']],
      ['participant', []],
    ]);
  });
});

test('a text that is too long is not searched to its end, and that is said', () => {
  const body = Array.from({ length: 40 }, () => '各科室把手上的书稿核对一遍。'.repeat(250));
  const read = readBulletin([...makeWorkBulletin().slice(0, 3), '题目', ...body, ...TAIL]);
  expect(read.items[0]!.paragraphs).toHaveLength(40);
  expect(read.problems.map(({ code }) => code)).toContain('not-searched');
});

describe('hostile text', () => {
  const CHARACTERS = 5e6 / 3;
  test.each([
    ['brackets', '（《“'],
    ['blanks', '甲 '],
    ['posts', '副主任'],
    ['ordinals', '一是。'],
    ['figures', '1万'],
    ['relays', '召开传达学习，'],
    ['dates', '2031年7月'],
  ])(
    '%s on one line',
    (_, piece) => {
      const line = piece.repeat(Math.floor(CHARACTERS / piece.length));
      expect(readBulletin([...makeWorkBulletin().slice(0, 3), '题目', line, ...TAIL]).number).toBe(24);
    },
    60_000,
  );

  test('recipients on one line that are more than a call has arguments', () => {
    const across = `送：${'市直各部门，'.repeat(300_000)}`;
    expect(withTail(TAIL[0]!, across, ...TAIL.slice(1)).recipients.across.length).toBeGreaterThan(0);
  }, 60_000);

  test.each(['一是甲', '【甲】', '报：甲', '第1期', '（甲市地方志办）', '甲，乙', '## 甲'])(
    'lines of %s',
    (line) => {
      expect(readBulletin(Array.from({ length: 100_000 }, () => line)).problems.length).toBeGreaterThan(0);
    },
    60_000,
  );
});
