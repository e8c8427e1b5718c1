import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDigits } from '../src/ledger/compare-digits.ts';
import { keyOfFigure, readLedger } from '../src/ledger/ledger.ts';
import type { Settings } from '../src/settings.ts';
import { volumeFromText } from '../src/volume-from-text.ts';
import { VolumeBuilder } from './read-cases.ts';

/** One line an entry: subject | indicator | scope | period | value unit | kind, ~ where approximate. */
function printLedger(text: string, settings: Settings = {}): string[] {
  return readLedger(volumeFromText(text), settings).entries.map(
    ({ subject, indicator, scope, period, value, unit, kind, approximate }) =>
      `${subject}|${indicator}|${scope}|${period}|${approximate ? '~' : ''}${value}${unit}|${kind}`,
  );
}

const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  [
    '2020年，全省实现地区生产总值48598.8亿元，比上年增长3.8%。',
    ['|地区生产总值||2020|4859880000000元|amount', '|地区生产总值||2020|3.8%|growth'],
  ],
  ['2005年，县供销社实现利润120万元。', ['县供销社|利润||2005|1200000元|amount']],
  ['1990年6月，乙县有耕地58.26万亩。', ['乙县|耕地||1990-06|388400000平方米|amount']],
  ['1990年6月30日，水位2.5米。', ['|水位||1990-06-30|2.5米|amount']],
  ['1986～1990年，全县累计造林3公顷。', ['|造林|累计|1986～1990|30000平方米|amount']],
  ['全县约有10万人外出。', ['|人口|||~100000人|amount']],
  ['工资由1986年的1103元提高到2005年的10980元。', ['|工资||1986|1103元|amount', '|工资||2005|10980元|amount']],
  ['2001年，青石镇人口比上年增加320人。', ['青石镇|人口增加||2001|320人|amount']],
  ['建成农业基地7处，全长12.5公里。', ['|建成农业基地|||7处|amount', '|全长|||12500米|amount']],
  ['2003年，全县新建桥梁5座。', ['|新建桥梁||2003|5座|amount']],
  ['2003年，参合率78.91％，比上年提高2.5个百分点。', ['|参合率||2003|78.91%|share', '|参合率||2003|2.5百分点|points']],
  ['产量14万多吨，另有工人20余人。', ['|产量|||~140000000千克|amount', '|工人|||~20人|amount']],
  ['年产白酒3～5万吨。', ['|年产白酒|||~50000000千克|amount']],
  ['文号〔1990〕15号，电话8812345，第3次会议。', []],
  ['2005年，全县工业总产值居全市第3位。', ['|工业总产值||2005|3|rank']],
  ['全县有220千伏线路4条，全长130.7公里。', ['|220千伏线路|||4条|amount', '|全长|||130700米|amount']],
  [
    '2020年，县财政收入由上年的18.64亿元增加到19.2亿元。',
    ['|县财政收入||2019|1864000000元|amount', '|县财政收入||2020|1920000000元|amount'],
  ],
  ['1996年末，全县共有小学249所、教师3210人。', ['|小学||1996|249所|amount', '|教师||1996|3210人|amount']],
  ['该厂占地3.6万平方米，职工201人。', ['该厂|占地|||36000平方米|amount', '该厂|职工|||201人|amount']],
  ['建成7处农业标准化生产基地。', ['|建成农业标准化生产基地|||7处|amount']],
  ['每亩施肥20公斤，每公顷产量5.2吨。', ['|每亩施肥|||20千克|amount', '|每公顷产量|||5200千克|amount']],
  ['1,234人参加培训。', ['|参加培训|||1234人|amount']],
  ['1990年后，产量达5吨。', ['|产量|||5000千克|amount']],
  ['全县机关干部3千人。', ['|机关干部|||3000人|amount']],
  ['北纬34°58′，比例3：5，坡降1／4000。', []],
  ['民国17年，粮食产量3吨。', ['民国|粮食产量|||3000千克|amount']],
  ['人口密度641.06人／平方公里。', ['|人口密度|||641.06人|amount']],
  [
    '个体工商户发展到1.92万户，从业人员13.6万人。',
    ['个体工商户|个体工商户|||19200户|amount', '个体工商户|从业人员|||136000人|amount'],
  ],
  ['全县森林覆盖率46.3%。', ['|森林覆盖率|||46.3%|share']],
  ['2004年，规模以上工业总产值75.9亿元。', ['|规模以上工业总产值|规模以上|2004|7590000000元|amount']],
  ['乙县烟草公司2001年上缴税金1283万元。', ['乙县烟草公司|上缴税金||2001|12830000元|amount']],
  ['2005年，县供销社利润5万元。职工20人。', ['县供销社|利润||2005|50000元|amount', '|职工||2005|20人|amount']],
  ['先后投资5万元。', ['|投资|累计||50000元|amount']],
  ['占全县总数的三成，比上年增长2.5倍。', ['||||2.5倍|times']],
];

describe('the ledger of running text', () => {
  it.each(SENTENCES)('%s', (text, entries) => {
    expect(printLedger(text)).toEqual(entries);
  });

  it('takes the recorded year where none is printed', () => {
    expect(printLedger('全县有小学249所。', { recordedYear: 2020 })).toEqual(['|小学||2020|249所|amount']);
  });

  it('calls the place of the settings its own', () => {
    const settings = { place: '乙县' };
    expect(printLedger('2005年，乙县有小学249所。', settings)).toEqual(['|小学||2005|249所|amount']);
    expect(printLedger('2005年，丙县有小学249所。', settings)).toEqual(['丙县|小学||2005|249所|amount']);
  });

  it('prints each figure with its unit', () => {
    const text = '2005年，全县有耕地58.26万亩，产粮24.36万吨，增长2.5%。';
    const { entries } = readLedger(volumeFromText(text), {});
    expect(entries.map(({ start, end }) => text.slice(start, end))).toEqual(['58.26万亩', '24.36万吨', '2.5%']);
    expect(entries.map(({ printedUnit, place }) => [printedUnit, Math.round(place)])).toEqual([
      ['亩', 66_667],
      ['吨', 100_000],
      ['%', 0],
    ]);
  });

  it('keeps the key of a figure where other text moves it', () => {
    const keys = (text: string) => readLedger(volumeFromText(text), {}).entries.map(keyOfFigure);
    const sentence = '2005年，县供销社实现利润120万元。';
    expect(keys(`前言。\n${sentence}`)).toEqual(keys(sentence));
    expect(keys(sentence)).toEqual(['县供销社|利润||2005|元|1200000']);
  });
});

describe('the ledger of tables', () => {
  it('takes unit and period from caption, row and column', () => {
    const builder = new VolumeBuilder();
    builder.addLine('caption', '2004～2005年乙县粮食生产情况表 单位：吨');
    builder.addTable([
      ['年份', '粮食总产量', '种植面积（万亩）'],
      ['2004', '38460', '12.5'],
      ['2005', '39120', '12.8'],
    ]);
    const { entries } = readLedger(builder.finish(), { place: '乙县' });
    expect(entries.map(({ indicator, period, value, unit }) => [indicator, period, Math.round(value), unit])).toEqual([
      ['粮食生产·粮食总产量', '2004', 38_460_000, '千克'],
      ['粮食生产·种植面积', '2004', 83_333_333, '平方米'],
      ['粮食生产·粮食总产量', '2005', 39_120_000, '千克'],
      ['粮食生产·种植面积', '2005', 85_333_333, '平方米'],
    ]);
    expect(entries.map(({ place }) => Math.round(place))).toEqual([1000, 666_667, 1000, 666_667]);
    expect(entries.map(({ cell }) => cell)).toEqual([
      { row: 1, column: 1 },
      { row: 1, column: 2 },
      { row: 2, column: 1 },
      { row: 2, column: 2 },
    ]);
  });

  it('reads years across and places down', () => {
    const builder = new VolumeBuilder();
    builder.addLine('caption', '乙县人口统计表 单位：人');
    builder.addTable([
      ['乡镇', '1990年', '2000年'],
      ['合计', '3000', '3300'],
      ['青石镇', '1200', '1300'],
    ]);
    const { entries } = readLedger(builder.finish(), { place: '乙县' });
    expect(entries.map(({ subject, indicator, period, value }) => [subject, indicator, period, value])).toEqual([
      ['', '人口', '1990', 3000],
      ['', '人口', '2000', 3300],
      ['青石镇', '人口', '1990', 1200],
      ['青石镇', '人口', '2000', 1300],
    ]);
  });
});

describe('two printed numbers', () => {
  it.each([
    [5190, 5910, 'transposed'],
    [5378, 5178, 'digit'],
    [650, 6500, 'scale'],
    [190_281, 1_090_281, 'dropped'],
    [5190, 6200, undefined],
  ] as const)('%d and %d', (a, b, slip) => {
    expect(compareDigits(a, b)).toBe(slip);
    expect(compareDigits(b, a)).toBe(slip);
  });
});

const PIECES = [
  '2005年',
  '全县',
  '，',
  '。',
  '、',
  '12',
  '3.5',
  '1,234',
  '万',
  '亿元',
  '吨',
  '人',
  '%',
  '～',
  '比上年增长',
  '粮食产量',
  '由',
  '的',
  '\n',
  '第',
  '位',
  ' ',
  '（',
  '）',
  '至',
  '1986～1990年',
  '6月',
  '余',
];

describe('the ledger of any text', () => {
  it('has entries in order, each within its block and with a number in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        const volume = volumeFromText(pieces.join(''));
        let last = 0;
        for (const { start, end, block, value, place, period } of readLedger(volume, {}).entries) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(volume.blocks[block]!.start);
          expect(end).toBeLessThanOrEqual(volume.blocks[block]!.end);
          expect(volume.text.slice(start, end)).toMatch(/\d/u);
          expect(Number.isFinite(value) && place > 0).toBe(true);
          expect(period).toMatch(/^(?:\d{4}(?:-\d\d){0,2}(?:～\d{4}(?:-\d\d){0,2})?)?$/u);
          last = end;
        }
      }),
    );
  });

  it('reads a block the same whatever stands before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES.filter((piece) => piece !== '\n')), { minLength: 1, maxLength: 40 }),
        (pieces) => {
          const line = pieces.join('');
          const alone = readLedger(volumeFromText(line), {}).entries.map(keyOfFigure);
          const after = readLedger(volumeFromText(`序言\n${line}`), {}).entries.map(keyOfFigure);
          expect(after).toEqual(alone);
        },
      ),
    );
  });
});
