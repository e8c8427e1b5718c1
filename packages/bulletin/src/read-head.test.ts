import { describe, expect, test } from 'vitest';

import { readBulletin } from './read-bulletin.ts';

const ITEM = ['乙县举办年鉴培训', '5月6日，乙县举办年鉴培训。各部门派人参加，会后交了书面作业。（乙县史志办）'];
const TAIL = ['信息公开选项：主动公开', '报：市委。', '甲市史志办公室 2031年5月8日印发', '（共印20份）'];
const read = (...head: string[]) => readBulletin([...head, ...ITEM, ...TAIL]);

describe('heads of many forms', () => {
  const common = { series: '甲市史志工作简报', number: 5, office: '甲市史志办公室', date: '2031-05-08' };
  test.each<[string, string[], object]>([
    [
      'number in brackets, Chinese',
      ['甲市史志工作简报', '（第五期）', '甲市史志办公室编　　二〇三一年五月八日'],
      common,
    ],
    ['year typed with the letter O', ['甲市史志工作简报', '第五期', '甲市史志办公室　二O三一年五月八日'], common],
    [
      'full-width figures',
      ['甲市史志工作简报', '第５期（总第８８期）', '甲市史志办公室　２０３１年５月８日'],
      { ...common, total: 88 },
    ],
    ['number, office, date on one line', ['甲市史志工作简报', '第5期　甲市史志办公室　2031年5月8日'], common],
    ['office before the number', ['甲市史志工作简报', '甲市史志办公室　　第5期　　2031年5月8日'], common],
    [
      'year and number',
      ['甲市史志工作简报', '2031年第5期　总第88期', '甲市史志办公室 2031年5月8日'],
      { ...common, total: 88 },
    ],
    [
      'Chinese year and number',
      ['甲市史志工作简报', '二〇三一年第五期', '甲市史志办公室 2031年5月8日'],
      { ...common, year: 2031 },
    ],
    ['NO.', ['甲市史志工作简报', 'NO.5', '甲市史志办公室 2031年5月8日'], common],
    [
      'numbered like a file',
      ['甲市史志专报', '〔2031〕第5号', '甲市史志办公室 2031年5月8日'],
      { ...common, series: '甲市史志专报', year: 2031 },
    ],
    [
      'no number, only a date',
      ['甲市方志简讯', '甲市史志办公室　2031年5月8日'],
      { ...common, series: '甲市方志简讯', number: null },
    ],
    [
      'name over three lines',
      ['中共甲市委党史', '和地方志研究室', '工作简报', '第5期', '2031年5月8日'],
      { ...common, series: '中共甲市委党史和地方志研究室工作简报', office: null },
    ],
    ['an unusual name', ['方志甲市', '第5期', '甲市史志办公室 2031年5月8日'], { ...common, series: '方志甲市' }],
    [
      'name with a book',
      ['《甲市年鉴》编纂工作简报', '第5期', '甲市史志办公室 2031年5月8日'],
      { ...common, series: '《甲市年鉴》编纂工作简报' },
    ],
    [
      'name with quotation marks',
      ['“方志六进”工作简报', '第5期', '甲市史志办公室 2031年5月8日'],
      { ...common, series: '“方志六进”工作简报' },
    ],
    [
      'supplement',
      ['甲市史志工作简报', '增刊第2期', '甲市史志办公室 2031年5月8日'],
      { ...common, number: 2, supplement: true },
    ],
    [
      'two numbers in one',
      ['甲市史志工作简报', '第5—6期合刊（总第88期）', '甲市史志办公室 2031年5月8日'],
      { ...common, total: 88 },
    ],
    [
      'a group of people',
      ['年鉴编纂工作简报', '第5期', '乙县年鉴编纂工作领导小组　2031年5月8日'],
      { ...common, series: '年鉴编纂工作简报', office: '乙县年鉴编纂工作领导小组' },
    ],
    ['who edits it', ['甲市史志工作简报', '第5期', '主办：甲市史志办公室', '2031年5月8日'], common],
    ['brackets around the date', ['甲市史志工作简报', '第5期', '甲市史志办公室', '（2031年5月8日）'], common],
    ['a day of the week', ['甲市史志工作简报', '第5期', '甲市史志办公室　2031年5月8日　星期四'], common],
    ['cells of a table', ['甲市史志工作简报', '第5期\t甲市史志办公室\t2031年5月8日'], common],
    [
      'a supplement on the line of the name',
      ['甲市史志工作简报（增刊）第5期', '甲市史志办公室 2031年5月8日'],
      { number: 5, supplement: true, office: '甲市史志办公室' },
    ],
    [
      'the running number below, letters apart',
      ['甲市史志工作简报', '第 五 期', '（总第 八 十 八 期）', '甲市史志办公室 2031年5月8日'],
      { ...common, total: 88 },
    ],
    [
      'number first, the running number beside office and day',
      ['第5期', '甲市史志工作简报', '2031年5月8日 星期四 总第88期 甲市史志办公室主办'],
      { ...common, total: 88 },
    ],
    [
      'Markdown, day of publishing',
      ['# 甲市史志工作简报', '**2031年第5期 总第88期**', '甲市史志办公室 编　2031年5月8日出版', '---'],
      { ...common, total: 88 },
    ],
    [
      'two offices',
      ['甲市史志工作简报', '第5期', '中共甲市委党史研究室', '甲市史志办公室　2031年5月8日'],
      { ...common, office: '中共甲市委党史研究室、甲市史志办公室' },
    ],
    [
      'a report of inspection',
      ['督 查 通 报', '第5期', '甲市史志办公室 2031年5月8日'],
      { ...common, series: '督查通报' },
    ],
  ])('%s', (_, head, want) => {
    const got = read(...head);
    expect(got).toMatchObject({ ...want, items: [{ title: ITEM[0], source: '乙县史志办' }] });
    expect(got.problems.map(({ code }) => code).filter((code) => code === 'line-not-placed')).toEqual([]);
  });

  test('a month without a day: the year is read, the day is asked for', () => {
    const got = read('甲市方志简讯', '第5期', '甲市史志办公室　2031年5月');
    expect(got).toMatchObject({ year: 2031, number: 5, date: null, office: '甲市史志办公室' });
    expect(readBulletin(['甲市方志简讯', '第5期', '甲市史志办公室　2031年5月', ...ITEM]).items).toHaveLength(1);
  });

  test('who signed and edited it, and remarks on the paper, are kept as printed', () => {
    const got = read(
      '内部资料　注意保存',
      '编号：0012',
      '甲市史志工作简报',
      '第5期',
      '甲市史志办公室　2031年5月8日　签发：周一鸣',
      '责任编辑：郑兰　　审核：孙立',
    );
    expect(got).toMatchObject({ series: '甲市史志工作简报', number: 5, office: '甲市史志办公室', date: '2031-05-08' });
    expect(got.credits).toEqual(['内部资料　注意保存', '编号：0012', '签发：周一鸣', '责任编辑：郑兰', '审核：孙立']);
    expect(got.problems.map(({ code }) => code)).toEqual([]);
  });

  test('the day beside who signed is that of the issue', () => {
    const got = read('甲市史志工作简报', '第5期', '签发：周一鸣　2031年5月8日');
    expect(got).toMatchObject({ date: '2031-05-08', credits: ['签发：周一鸣'] });
  });

  test('what a web page prints around it is kept apart; its day is not that of the issue', () => {
    const got = readBulletin(
      [
        '您的位置: 首页 >新闻中心>工作简报>2031年工作简报>详细内容',
        '甲市史志工作简报第5期(总第88期)',
        '作者：周一鸣 来源：甲市史志办公室 发布时间：2031-05-11 16:12:58 浏览次数: 【字体：',
        '【特别关注】',
        ...ITEM,
        '分享到：',
      ],
      { mayLackTail: true },
    );
    expect(got).toMatchObject({ series: '甲市史志工作简报', year: 2031, number: 5, total: 88, date: null });
    expect(got.items).toMatchObject([{ column: '特别关注', title: ITEM[0] }]);
    expect(got.credits).toHaveLength(3);
  });
});

describe('a list of contents', () => {
  const HEAD = ['甲市史志工作简报', '第5期', '甲市史志办公室 2031年5月8日'];
  const SECOND = ['丙县收到老照片', '5月7日，丙县收到老照片二百张。（丙县史志办）'];
  test.each([
    ['plain', ['本期要目', ITEM[0]!, SECOND[0]!]],
    ['with bullets', ['【本期导读】', `★ ${ITEM[0]}`, `★ ${SECOND[0]}`]],
    ['with pages', ['目　录', `1．${ITEM[0]}…………（1）`, `2．${SECOND[0]}…………（3）`]],
    ['framed', ['≡本期要目≡', `◆${ITEM[0]}`, `◆${SECOND[0]}`]],
  ])('%s', (_, contents) => {
    const got = readBulletin([...HEAD, ...contents, ...ITEM, ...SECOND, ...TAIL]);
    expect(got.items.map(({ title }) => title)).toEqual([ITEM[0], SECOND[0]]);
    expect(got.problems).toEqual([]);
  });

  test('with columns', () => {
    const columns = ['【特别关注】', ITEM[0]!, '【县区动态】', SECOND[0]!];
    const body = ['【特别关注】', ...ITEM, '【县区动态】', ...SECOND];
    const got = readBulletin([...HEAD, '本期要目', ...columns, ...body, ...TAIL]);
    expect(got.items.map(({ column, title }) => [column, title])).toEqual([
      ['特别关注', ITEM[0]],
      ['县区动态', SECOND[0]],
    ]);
  });

  test('a column that it does not list, a title that it breaks', () => {
    const long = '丙县完成第二轮县志校对并向各乡镇征集老照片';
    const contents = ['目录', ITEM[0]!, long.slice(0, 14), long.slice(14)];
    const body = ['【县区动态】', ...ITEM, long, SECOND[1]!];
    const got = readBulletin([...HEAD, ...contents, ...body, ...TAIL]);
    expect(got.items.map(({ column, title }) => [column, title])).toEqual([
      ['县区动态', ITEM[0]],
      ['县区动态', long],
    ]);
  });

  test('a column 要闻 is none', () => {
    const got = readBulletin([...HEAD, '【要闻】', ...ITEM, '【县区动态】', ...SECOND, ...TAIL]);
    expect(got.columns).toEqual(['要闻', '县区动态']);
    expect(got.problems).toEqual([]);
  });

  test('a title that no item has is asked about', () => {
    const got = readBulletin([...HEAD, '目录', ITEM[0]!, '丁县出版古桥志', ...ITEM, ...TAIL]);
    expect(got.items).toHaveLength(1);
    expect(got.problems).toMatchObject([{ code: 'contents-disagree', line: 6 }]);
  });
});
