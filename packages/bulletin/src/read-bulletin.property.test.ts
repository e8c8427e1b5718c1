import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makePoliticalBulletin, makeWorkBulletin, type MadeItem, type Wrapping } from '../test/make-bulletin.ts';
import type { Bulletin } from './bulletin.ts';
import { printBulletin } from './print-bulletin.ts';
import { readBulletin } from './read-bulletin.ts';

/** Everything but the problems, which name lines of the file. */
const read = (lines: readonly string[]): Omit<Bulletin, 'problems'> => {
  const { problems: _problems, ...rest } = readBulletin(lines);
  return rest;
};

const clause = fc.constantFrom(
  '各科室把手上的书稿逐页核对一遍',
  '走访老人五十余位',
  '收到老照片二百多张',
  '编辑们分头查阅旧报纸和家谱',
  '请乡镇的同志来看样书',
  '把河流、桥梁、古树的资料补齐',
  '地图由测绘部门重新审核',
  '印刷前再校两遍',
  '“方志甲市”栏目每周更新一次',
  '《丙县古桥》（暂名）进入终校',
  '学校里的志愿者帮助誊录碑文',
);
const sentence = fc.array(clause, { minLength: 2, maxLength: 5 }).map((clauses) => `${clauses.join('，')}。`);
const paragraph = fc.array(sentence, { minLength: 4, maxLength: 7 }).map((sentences) => sentences.join(''));
const title = fc.constantFrom(
  '甲市举办地方志业务培训',
  '乙县完成第二轮县志校对工作',
  '丙区地方志编纂中心到丁县交流地情资料征集经验',
  '戊县《古桥志》公开出版',
  '市地方志办召开党组会议 研究年鉴印刷和书号申领工作',
);
const source = fc.constantFrom('甲市地方志办', '乙县地方志编纂中心', '丙区党史地方志研究室');
const items = (isWork: boolean): fc.Arbitrary<MadeItem[]> =>
  fc.array(
    fc.record({
      ...(isWork ? { column: fc.constant('县区动态'), source } : {}),
      title,
      paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
const wrapping: fc.Arbitrary<Wrapping> = fc.record({
  width: fc.integer({ min: 22, max: 42 }),
  indent: fc.constant('kept' as const),
});

describe('a bulletin reads the same however its lines are broken', () => {
  test.each([makeWorkBulletin, makePoliticalBulletin])('%o', (make) => {
    fc.assert(
      fc.property(items(make === makeWorkBulletin), wrapping, (made, wraps) => {
        expect(read(make(wraps, made))).toEqual(read(make(undefined, made)));
      }),
      { numRuns: 150 },
    );
  });

  // Without its blanks a paragraph that fills its last line cannot always be told from the next: all else can.
  test.each([makeWorkBulletin, makePoliticalBulletin])(
    'without the blanks before paragraphs, at any width: %o',
    (make) => {
      const whole = ({ items: got }: Pick<Bulletin, 'items'>) =>
        got.map((item) => ({ ...item, paragraphs: item.paragraphs.join('') }));
      const want = read(make());
      const differing: number[] = [];
      for (let width = 18; width <= 60; width++) {
        const got = read(make({ width, indent: 'lost' }));
        expect({ width, items: whole(got) }).toEqual({ width, items: whole(want) });
        expect({ width, ...got, items: 0, candidates: 0 }).toEqual({ width, ...want, items: 0, candidates: 0 });
        if (JSON.stringify(got.items) !== JSON.stringify(want.items)) differing.push(width);
      }
      expect(differing.length).toBeLessThanOrEqual(7);
    },
  );

  test('nothing of the text is lost or moved', () => {
    fc.assert(
      fc.property(items(true), wrapping, (made, wraps) => {
        const { items: got } = read(makeWorkBulletin(wraps, made));
        expect(
          got.map(({ title: name, source: from, paragraphs }) => ({ title: name, source: from, paragraphs })),
        ).toEqual(made.map(({ title: name, source: from, paragraphs }) => ({ title: name, source: from, paragraphs })));
      }),
      { numRuns: 100 },
    );
  });

  test('blank lines, page numbers and stray blanks change nothing', () => {
    const noise = fc.constantFrom('', '', '— 3 —', ' - 12 - ', '  ', '第 2 页 共 4 页');
    fc.assert(
      fc.property(
        items(true),
        wrapping,
        fc.array(noise, { maxLength: 60 }),
        fc.infiniteStream(fc.nat(6)),
        (made, wraps, extra, picks) => {
          const lines = makeWorkBulletin(wraps, made);
          const dirty = lines.flatMap((line) => {
            const pick = picks.next().value;
            const spaced = line.replaceAll(/(?<=\p{Script=Han})(?=\d)/gu, pick % 2 === 0 ? ' ' : '');
            const own = pick === 1 ? [`${spaced}  `] : [spaced];
            return pick === 3 && extra.length > 0 ? [...own, extra[pick % extra.length]!] : own;
          });
          expect(read(dirty)).toEqual(read(lines));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a bulletin that is printed reads back as the same', () => {
  test.each([makeWorkBulletin, makePoliticalBulletin])('%o', (make) => {
    fc.assert(
      fc.property(items(make === makeWorkBulletin), wrapping, (made, wraps) => {
        const first = readBulletin(make(wraps, made));
        expect(read(printBulletin(first))).toEqual(read(make(wraps, made)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('candidates', () => {
  test('each quote is what stands at its place', () => {
    fc.assert(
      fc.property(items(true), (made) => {
        const { items: got, candidates } = read(makeWorkBulletin(undefined, made));
        const { demands, persons, works, figures, meetings } = candidates;
        const places = [
          ...demands,
          ...demands.flatMap(({ parts }) => parts),
          ...persons.flatMap(({ mentions }) => mentions),
          ...works.flatMap(({ mentions }) => mentions),
          ...figures,
          ...meetings,
          ...meetings.flatMap(({ documents, attendance }) => [...documents, ...attendance]),
        ];
        for (const { item, paragraph: at, start, end, quote } of places)
          expect(got[item]!.paragraphs[at]!.slice(start, end)).toBe(quote);
      }),
    );
  });
});

describe('whatever the lines', () => {
  test('something is read, and nothing throws', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        '【特别关注】',
        '第 3 期（总第',
        '信息公开选项：',
        '报：',
        '（共印',
        '2031年13月40日',
        '一是',
        '《',
        '（',
        '## ',
        '\f',
        '2031年2月30日印发',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(piece, { maxLength: 4 }).map((parts) => parts.join('')),
          { maxLength: 30 },
        ),
        (lines) => {
          const bulletin = readBulletin(lines);
          expect(bulletin.recipients.up.every((name) => name !== '')).toBe(true);
          expect(readBulletin(printBulletin(bulletin)).items.length).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
