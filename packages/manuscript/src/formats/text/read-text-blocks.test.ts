import { describe, expect, test } from 'vitest';
import { textOfRuns } from '../../volume-draft.ts';
import { readTextBlocks } from './read-text.ts';

const read = (text: string, isMarkdown = false) =>
  readTextBlocks(text, isMarkdown).map((block) => (block.table ? '表' : textOfRuns(block.runs)));

/** Breaks text at a width of 40 columns, as a typesetting system leaves it; the first line is indented. */
function wrap(text: string, indent = '    '): string {
  const lines: string[] = [];
  let line = indent;
  let width = indent.length;
  for (const character of text) {
    const size = /[\u0020-\u007e]/.test(character) ? 1 : 2;
    if (width + size > 60) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += character;
    width += size;
  }
  return [...lines, line].join('\n');
}

const FIRST =
  '乙县位于甲市北部，东邻丙县，南接丁县，西靠戊河，北依己山。1990年全县总面积1234.5平方公里，辖12个乡镇、345个行政村，总人口45万人。';
const SECOND =
  '县城驻地为庚镇，有公路通往各乡镇，2005年建成区面积12平方公里，道路总长度42.35公里，绿地覆盖率35％，亮灯率98％，常住人口八万多人。';

describe('hard-wrapped files', () => {
  test('lines of a paragraph are joined, the next indent begins another', () => {
    expect(read([wrap(FIRST), wrap(SECOND), wrap(FIRST)].join('\n'))).toEqual([FIRST, SECOND, FIRST]);
  });

  test('numbers are joined directly, Latin words keep a space', () => {
    const body = [wrap(FIRST), wrap(SECOND)].join('\n');
    const end =
      '    全年完成产值四千多万元，比上年增长一成二，年末存款余额达45\n176万元，出口商品远销海外各国和地区，年内引进新式机械设备use\nonly一百多台套。';
    expect(read(`${body}\n${end}`).at(-1)).toContain('余额达45176万元');
    expect(read(`${body}\n${end}`).at(-1)).toContain('设备use only一百');
  });

  test('entries of a chronicle go on under their text column', () => {
    const body = [wrap(FIRST), wrap(SECOND)].join('\n');
    const chronicle = [
      '    1月10日     召开县委全委扩大会议，部署深化改革，促进经济发',
      '                展和社会事业进步。',
      '    该   月     商业系统八家企业实行承包经营责任制。',
      '    3月5～18日  县里举办首届物资交流大会，周边十多个县市客商',
      '                前来洽谈贸易。',
    ].join('\n');
    expect(read(`${body}\n\n${chronicle}`).slice(2)).toEqual([
      '1月10日     召开县委全委扩大会议，部署深化改革，促进经济发展和社会事业进步。',
      '该   月     商业系统八家企业实行承包经营责任制。',
      '3月5～18日  县里举办首届物资交流大会，周边十多个县市客商前来洽谈贸易。',
    ]);
  });

  test('rosters, verses and signatures keep their lines', () => {
    const body = [wrap(FIRST), wrap(SECOND)].join('\n');
    const roster = ['    主    任    张  某', '    委    员    李某某  王某某', '                赵某某  钱某某'];
    const verse = ['        己山高处白云飞', '        戊水清清鱼正肥'];
    const signature = '                                        乙县人民政府';
    const rest = [...roster, '', ...verse, '', signature];
    expect(read(`${body}\n\n${rest.join('\n')}`).slice(2)).toEqual(
      rest.filter((line) => line !== '').map((line) => line.trim()),
    );
  });

  test('text copied from a PDF has a blank line after every line', () => {
    const text = [wrap(FIRST, ''), wrap(SECOND, ''), wrap(FIRST, '')].join('\n').replaceAll('\n', '\n\n');
    expect(read(text)).toEqual([FIRST, SECOND, FIRST]);
  });
});

describe('files of one paragraph a line', () => {
  test('stay as they are', () => {
    const lines = [FIRST, '乙县地方志编纂委员会', SECOND, FIRST, SECOND];
    expect(read(lines.join('\n'))).toEqual(lines);
    expect(read(lines.join('\r\n\r\n'))).toEqual(lines);
  });

  test('long items of many lengths without stops are no wrapped paragraph', () => {
    const items = [8, 1, 14, 4, 11, 2, 9, 16].map(
      (more) => `乙县第一初级中学教师高级职称评审委员会成员${'单位名'.repeat(more)}`,
    );
    expect(read(items.join('\n'))).toEqual(items);
  });

  test('a list of short items without stops is no wrapped paragraph', () => {
    const items = ['甲乡农业技术推广站', '乙乡水利管理服务站', '丙镇文化广播电视站', '丁镇林业工作站'];
    expect(read(items.join('\n'))).toEqual(items);
  });
});

describe('Markdown', () => {
  test('headings, images, pipe tables with escaped bars', () => {
    const blocks = readTextBlocks(
      '# 第一编\n![县城图](a.png)\n| 年 | 数 |\n|----|:--:|\n| 1990 | 1\\|2 |\n正文。',
      true,
    );
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'image', 'table', 'paragraph']);
    expect(blocks[1] && textOfRuns(blocks[1].runs)).toBe('县城图');
    expect(blocks[2]!.table!.cells.map((cell) => textOfRuns(cell.runs))).toEqual(['年', '数', '1990', '1|2']);
  });

  test('a heading that runs into its text is parted from it', () => {
    const text = `##### 晚稻种植  1990年，全县推广杂交晚稻，面积达1.2万亩，平均亩产四百多公斤，比常规稻增产两成。`;
    expect(read(text, true)).toEqual([
      '晚稻种植',
      '1990年，全县推广杂交晚稻，面积达1.2万亩，平均亩产四百多公斤，比常规稻增产两成。',
    ]);
    expect(read('## 第一章  建置  区划', true)).toEqual(['第一章  建置  区划']);
  });

  test('is also found in a .txt with two headings, not in one with a number sign', () => {
    expect(readTextBlocks('# 概述\n正文。\n## 区位\n正文。', false)[0]!.kind).toBe('heading');
    expect(readTextBlocks('# 号楼\n正文。', false)[0]!.kind).toBe('paragraph');
  });
});

test('a hundred thousand strokes are no table and take no time to speak of', () => {
  const hostile = [`┃${'甲┃'.repeat(100_000)}`, `┠${'─┼'.repeat(100_000)}`, `┃${'乙┃'.repeat(100_000)}`];
  expect(read(hostile.join('\n'))).toEqual(hostile);
});

test('two tables that touch are two; a rule in prose is a paragraph', () => {
  const table = '┏━━┓\n┃甲乙┃\n┗━━┛';
  expect(read(`${table}\n${table}`)).toEqual(['表', '表']);
  expect(read('正文。\n────────\n正文。')).toEqual(['正文。', '────────', '正文。']);
});
