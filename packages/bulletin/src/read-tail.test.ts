import { describe, expect, test } from 'vitest';

import { readBulletin } from './read-bulletin.ts';

const read = (...tail: string[]) =>
  readBulletin([
    '甲市史志工作简报',
    '第5期',
    '甲市史志办公室 2031年5月8日',
    '乙县举办年鉴培训',
    '5月6日，乙县举办年鉴培训。各部门派人参加，会后交了书面作业。（乙县史志办）',
    ...tail,
  ]);

describe('tails of many forms', () => {
  const printed = { printedBy: '甲市史志办公室', printedOn: '2031-05-08', copies: 50 };
  test.each<[string, string[], object]>([
    [
      'without disclosure',
      [
        '报：市委、市人大、市政府、市政协',
        '送：市直各部门',
        '发：各县（区）史志办',
        '甲市史志办公室　2031年5月8日印发　（共印50份）',
      ],
      {
        ...printed,
        disclosure: null,
        recipients: { up: ['市委', '市人大', '市政府', '市政协'], across: ['市直各部门'], down: ['各县（区）史志办'] },
      },
    ],
    [
      'older words',
      [
        '主题词：史志　工作　简报',
        '抄报：省地方志办',
        '抄送：市直各部门',
        '分发：各县（区）史志办',
        '甲市史志办公室　2031年5月8日印',
        '共印50份',
      ],
      {
        ...printed,
        recipients: { up: ['省地方志办'], across: ['市直各部门'], down: ['各县（区）史志办'] },
        credits: ['主题词：史志　工作　简报'],
      },
    ],
    [
      '本期, 呈报, 发送',
      [
        '本期呈报：市委书记、市长',
        '本期发送：各县（区）史志办，市直各部门',
        '印发单位：甲市史志办公室',
        '印发日期：2031年5月8日',
        '印数：50份',
      ],
      { ...printed, recipients: { up: ['市委书记', '市长'], across: [], down: ['各县（区）史志办', '市直各部门'] } },
    ],
    [
      'blanks within the tags',
      ['报 ：市委', '主　送：市直各部门', '发 ： 各县（区）史志办', '甲市史志办公室　2031年5月8日印发', '共印 50 份'],
      { ...printed, recipients: { up: ['市委'], across: ['市直各部门'], down: ['各县（区）史志办'] } },
    ],
    [
      'names below each other',
      [
        '送：市直各部门，市属各高等学校，市属各企业事业单位',
        '中央、省驻甲市单位',
        '甲市档案馆',
        '甲市史志办公室　2031年5月8日印发',
        '（共印50份）',
      ],
      {
        ...printed,
        recipients: {
          up: [],
          across: ['市直各部门', '市属各高等学校', '市属各企业事业单位', '中央、省驻甲市单位', '甲市档案馆'],
          down: [],
        },
      },
    ],
    [
      'a name broken at the edge',
      [
        '送：市直各部门，各县（区）委、县（区）人民政府，市属各高等学',
        '校，甲市档案馆。',
        '甲市史志办公室　2031年5月8日印发',
        '（共印50份）',
      ],
      {
        ...printed,
        recipients: {
          up: [],
          across: ['市直各部门', '各县（区）委、县（区）人民政府', '市属各高等学校', '甲市档案馆'],
          down: [],
        },
      },
    ],
    [
      'a post of an office on the next line is none of its own',
      ['报：市委书记，市人大主任，市政府', '副市长，市政协主席', '甲市史志办公室　2031年5月8日印发', '（共印50份）'],
      {
        ...printed,
        recipients: { up: ['市委书记', '市人大主任', '市政府副市长', '市政协主席'], across: [], down: [] },
      },
    ],
    [
      'cells of a table',
      [
        '信息公开选项：依申请公开',
        '报\t市委，市政府',
        '送\t市直各部门',
        '甲市史志办公室\t2031年5月8日印发',
        '共印\t50份',
      ],
      { ...printed, disclosure: 'onRequest', recipients: { up: ['市委', '市政府'], across: ['市直各部门'], down: [] } },
    ],
    [
      'only the line of printing, its office above',
      ['甲市史志办公室', '2031年5月8日印发', '（共印50份）'],
      { ...printed, recipients: { up: [], across: [], down: [] } },
    ],
    [
      'who signed and edited',
      [
        '责任编辑：郑兰　审核：孙立　签发：周一鸣',
        '信息公开选项：主动公开',
        '报：市委',
        '甲市史志办公室　2031年5月8日印发',
        '（共印50份）',
        '电话：0000-1234567　邮箱：sz@example.cn',
      ],
      {
        ...printed,
        credits: ['责任编辑：郑兰', '审核：孙立', '签发：周一鸣', '电话：0000-1234567', '邮箱：sz@example.cn'],
      },
    ],
  ])('%s', (_, tail, want) => {
    const got = read(...tail);
    expect(got).toMatchObject(want);
    expect(got.items).toMatchObject([{ source: '乙县史志办', paragraphs: [expect.stringMatching(/书面作业。$/u)] }]);
    expect(got.problems.filter(({ code }) => /^(?:line-not-placed|two-documents)$/u.test(code))).toEqual([]);
  });

  test.each([
    ['政府信息公开选项：主动公开', 'proactive', []],
    ['公开类别：不予公开', 'withheld', []],
    ['（此件主动公开）', 'proactive', []],
    ['此件依申请公开', 'onRequest', []],
    ['信息公开选项：☑主动公开　□依申请公开　□不予公开', 'proactive', []],
    ['信息公开选项：□主动公开　☑依申请公开　□不予公开', 'onRequest', []],
    ['信息公开选项：主动公开□　依申请公开□　不予公开√', 'withheld', []],
    ['信息公开选项：□主动公开　□依申请公开　□不予公开', null, ['□主动公开　□依申请公开　□不予公开']],
    ['信息公开选项：不予公开（理由：内部事务）', 'withheld', ['（理由：内部事务）']],
  ])('%s', (line, disclosure, credits) => {
    const got = read(line, '报：市委', '甲市史志办公室　2031年5月8日印发', '（共印50份）');
    expect(got).toMatchObject({ disclosure, credits, copies: 50, items: [{ paragraphs: { length: 1 } }] });
    expect(got.problems.map(({ code }) => code)).toEqual(disclosure === null ? ['no-disclosure'] : []);
  });
});
