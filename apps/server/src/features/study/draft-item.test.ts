import { describe, expect, it } from 'vitest';

import { draftItem, type Session, type SessionRecord } from './draft-item.ts';

const NOTHING: SessionRecord = {
  place: '',
  host: { name: '', post: '' },
  documents: [],
  topic: '',
  speakers: [],
  readBefore: '',
  attendance: [],
  opinions: [],
};
const draft = (record: Partial<SessionRecord>, over: Partial<Session> = {}) => {
  const session = { office: '乙县地方志编纂中心', kind: 'study', heldOn: '2026-11-08', title: '第三次学习' } as const;
  const { title, body } = draftItem({ ...session, ...over, record: { ...NOTHING, ...record } });
  return { title, paragraphs: body.split('\n') };
};

it('composes a whole item in the order of such items', () => {
  const { title, paragraphs } = draft(
    {
      place: '方志馆二楼会议室',
      host: { post: '党组书记、主任', name: '王某' },
      documents: [
        { title: '《关于为基层减负的若干规定》', level: 'central' },
        { title: '《党员教育管理办法》', level: 'central' },
        { title: '甲市档案史志工作会议精神', level: 'prefecture' },
        { title: '全国地方志工作会议精神', level: 'central' },
      ],
      speakers: [
        { post: '副主任', name: '李某', gist: '年鉴编纂要把好资料关' },
        { post: '业务科科长', name: '赵某', gist: '' },
      ],
      readBefore: '《地方志工作条例》。',
      attendance: [
        { rank: '党组成员、副主任', names: '李某' },
        { rank: '列席', names: '各科科长' },
        { rank: '参加', names: '机关全体党员' },
      ],
      opinions: [
        { text: '一是抓好续志资料收集。', points: [] },
        { text: '推进年鉴“一年一鉴”', points: ['1.十二月底前收齐稿件；', '（二）明年三月完成初审。'] },
        { text: '加强队伍建设；', points: ['每季集中学习一次'] },
      ],
    },
    { kind: 'studyEnlarged' },
  );
  expect(title).toBe('乙县地方志编纂中心召开党组理论学习中心组学习（扩大）会 传达学习中央、市级有关文件和会议精神');
  expect(paragraphs).toEqual([
    '11月8日，乙县地方志编纂中心在方志馆二楼会议室召开党组理论学习中心组学习（扩大）会，传达学习《关于为基层减负的若干规定》《党员教育管理办法》、全国地方志工作会议精神等中央文件和会议精神，以及甲市档案史志工作会议精神。党组书记、主任王某主持会议并就贯彻落实提出三点意见。',
    '一是抓好续志资料收集。',
    '二是推进年鉴“一年一鉴”。第一，十二月底前收齐稿件；第二，明年三月完成初审。',
    '三是加强队伍建设。每季集中学习一次。',
    '会上，副主任李某、业务科科长赵某作交流发言。',
    '副主任李某表示，年鉴编纂要把好资料关。',
    '会前，参会人员自学了《地方志工作条例》。',
    '党组成员、副主任李某，机关全体党员参加学习会，各科科长列席学习会。',
  ]);
});

describe('what was not recorded is not told', () => {
  it('prints one sentence for a session of which nothing else is known', () => {
    expect(draft({})).toEqual({
      title: '乙县地方志编纂中心召开党组理论学习中心组学习会',
      paragraphs: ['11月8日，乙县地方志编纂中心召开党组理论学习中心组学习会。'],
    });
  });

  it.each<[string, Partial<SessionRecord>, Partial<Session>, string, string]>([
    [
      'a meeting by the name it was recorded under, and its topic',
      { topic: '明年重点工作安排。', host: { post: '主任', name: '王某' } },
      { kind: 'meeting', title: '乙县地方志编纂中心召开年度工作会' },
      '乙县地方志编纂中心召开年度工作会 明年重点工作安排',
      '11月8日，乙县地方志编纂中心召开年度工作会，研究明年重点工作安排。主任王某主持会议。',
    ],
    [
      'a topic of a study session',
      { topic: '用好地方志资源' },
      {},
      '乙县地方志编纂中心召开党组理论学习中心组学习会 用好地方志资源',
      '11月8日，乙县地方志编纂中心召开党组理论学习中心组学习会，围绕“用好地方志资源”开展专题学习。',
    ],
    [
      'the only document in the title',
      { documents: [{ title: '全县党建工作会议精神', level: 'county' }] },
      { kind: 'partyGroup' },
      '乙县地方志编纂中心召开党组会议 传达学习全县党建工作会议精神',
      '11月8日，乙县地方志编纂中心召开党组会议，传达学习全县党建工作会议精神。',
    ],
  ])('prints %s', (_name, record, over, title, lead) => {
    const item = draft(record, over);
    expect([item.title, item.paragraphs[0]]).toEqual([title, lead]);
  });

  it('prints one opinion as a demand, and no row of one', () => {
    const { paragraphs } = draft({
      host: { post: '主任', name: '王某' },
      opinions: [{ text: '抓紧\n完成初稿', points: [] }],
    });
    expect(paragraphs[0]).toContain('主任王某主持会议并讲话。');
    expect(paragraphs[1]).toBe('会议要求，抓紧完成初稿。');
  });

  it('counts opinions beyond ten as people do', () => {
    const opinions = Array.from({ length: 21 }, (_, index) => ({ text: `意见${index}`, points: [] }));
    const { paragraphs } = draft({ opinions });
    expect(paragraphs[0]).toContain('会议就贯彻落实提出二十一点意见。');
    expect([paragraphs[10], paragraphs[11], paragraphs[20], paragraphs[21]]).toEqual([
      '十是意见9。',
      '十一是意见10。',
      '二十是意见19。',
      '二十一是意见20。',
    ]);
  });

  it('counts two as people do', () => {
    const opinions = ['甲', '乙'].map((text) => ({ text, points: [] }));
    expect(draft({ opinions }).paragraphs.slice(0, 3)).toEqual([
      '11月8日，乙县地方志编纂中心召开党组理论学习中心组学习会。会议就贯彻落实提出两点意见。',
      '一是甲。',
      '二是乙。',
    ]);
  });

  it('keeps persons in the order in which they were entered', () => {
    const names = ['钱某', '安某', '周某'];
    const { paragraphs } = draft({ attendance: names.map((name) => ({ rank: '副主任', names: name })) });
    expect(paragraphs[1]).toBe('副主任钱某，副主任安某，副主任周某参加学习会。');
  });
});
