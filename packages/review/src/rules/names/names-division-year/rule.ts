import divisions from '../../../lexicons/divisions.json' with { type: 'json' };
import { yearOfMention } from '../../../dated/year-of-mention.ts';
import { dictionaryVouches } from '../../../dated/dictionary-vouches.ts';
import { tellsHistory } from '../../../dated/tells-history.ts';
import { defineRule } from '../../../rule.ts';

interface Division {
  readonly name: string;
  readonly to: number;
  readonly successor: string;
}

const DIVISIONS: ReadonlyMap<string, Division> = new Map(
  (divisions as readonly Division[]).map((division) => [division.name, division]),
);
/** 开县委会、到达县城: a county of one character is told only behind a boundary. */
const AMBIGUOUS = new Set([
  '达县',
  '安县',
  '开县',
  '通县',
  '户县',
  '华县',
  '陵县',
  '横县',
  '盘县',
  '沙县',
  '陕县',
  '灌县',
]);
const BOUNDARY = /^[省市州与，。、；：（“\s]?$/u;
const OF_A_COUNTY = /^[委城级域乡政人直内里处长境情志]/u;
/** Products, schools, songs and people are called after the county as it was: 郫县豆瓣、沙县小吃、达县人. */
const PRODUCT =
  /^(?:豆瓣|小吃|人|籍|柚|竹|茶|酒|米|桃|苹果|梨|花|绣|白酒|火锅|羊肉|师范|暴动|起义|战役|农民|县志|志》|年鉴|知县|知事)/u;

/** A county or city by the name it no longer had (政区旧名). */
export const rule = defineRule({
  id: 'names-division-year',
  family: 'names',
  severity: 'query',
  norm: 'place-name-regulation-2022',
  clause: '18',
  title: '政区名称与记述年份相符',
  summary:
    '撤县设市、设区以后仍写旧名（如2020年仍写“郫县”），提请按行政区划批复核对。年份依次取文中写明的、设定的记述年份和断限。',
  why: '政区名称以当年的行政区划为准，旧名会让读者误认建制。',
  silent: '记述沿革、人物籍贯的句子，“郫县豆瓣”一类专名，年份不明的，引文和书名号内的，不报。',
  covers: ['LN-NAM-11', 'SD-DIV-01'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  habit: 20,
  words: [...DIVISIONS.keys()],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const { name, to, successor } = DIVISIONS.get(text.slice(start, end))!;
    const before = start > passage.start ? text.charAt(start - 1) : '';
    const behind = text.slice(end, Math.min(passage.end, end + 3));
    if (AMBIGUOUS.has(name) && (!BOUNDARY.test(before) || OF_A_COUNTY.test(behind))) return;
    // 沙县区 is the name of today.
    if (before === '新' || behind.startsWith('区') || PRODUCT.test(behind)) return;
    const year = yearOfMention(passage, start);
    if (year === undefined || year <= to || tellsHistory(passage, start)) return;
    if (dictionaryVouches(passage, 'place', start, end)) return;
    report(start, end, `“${name}”用至${to}年前后，其后为${successor}，此处记${year}年事，建议核对。`);
  },
});
