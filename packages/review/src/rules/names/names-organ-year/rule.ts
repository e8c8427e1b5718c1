import organs from '../../../lexicons/organs.json' with { type: 'json' };
import { latestYearOf, yearOfMention, yearsInSentence } from '../../../dated/year-of-mention.ts';
import { dictionaryVouches } from '../../../dated/dictionary-vouches.ts';
import { tellsHistory } from '../../../dated/tells-history.ts';
import { sentenceAround } from '../../../dated/sentence-around.ts';
import { defineRule, type Passage } from '../../../rule.ts';

interface Organ {
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
  /** Before this year the same words named something else. */
  readonly floor?: number;
  readonly successor?: string;
}

const ORGANS: ReadonlyMap<string, Organ> = new Map((organs as readonly Organ[]).map((organ) => [organ.name, organ]));
const NATIONAL = ['国家', '中国', '国务院'];
/** Characters before the name that make it the tail of a longer one: 文化和旅游局、生态环境局、人力资源和社会保障局. */
const TAIL_OF = /[和与及业化育游电文体村乡产牧水渔态林草药品技然康督源法障易理贸工劳安监融农价察航商会地矿保力银]/u;
/** Behind the name: 国土局部、文化部门、旅游局面、农业部署. */
const GOES_ON = /^[门署限面势长地队分落委位]/u;
/** What a name may be a part of. */
const LONGER: Readonly<Record<string, RegExp>> = {
  监察局: /(?:劳动|保障|安全|煤矿|煤炭|国土|土地|环境|卫生|渔政|行政|审计|城管)$/u,
  监察厅: /(?:劳动|保障)$/u,
  监察委员会: /(?:劳动|人民|中央|中共)$/u,
  数据局: /(?:大|政务服务和|政务服务)$/u,
};

/** Tax bureaus of both kinds became those of the state administration: 国家税务总局甲县税务局. */
const TAX = '国家税务总局';
const TAX_BUREAU = /^(?![^，。]{0,12}(?:国家|地方)税务局)[^，。；、和与及在对：]{2,12}税务局/u;

/** An organ named as it was not named in the year that is told of (机构名称与年份). */
export const rule = defineRule({
  id: 'names-organ-year',
  family: 'names',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '机构名称与记述年份相符',
  summary:
    '按机构改革时点表（示例，本单位可另行维护）核对机构名称：改革以后仍用旧名，或成立之前已用新名的，提请按“三定”规定核实。年份依次取文中写明的、设定的记述年份和断限。',
  why: '机构名称随改革变动，同一年的书里新旧混用，读者不知所指为哪个机构。',
  silent:
    '词库中年代相符的机构，写明“原××局”“前身”“更名”“并入”等沿革的句子，年份不明的，引文、书名号和原文照录部分，不报。',
  covers: ['LN-NAM-03', 'LN-NAM-10', 'SD-ORG-01'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  habit: 20,
  words: [...ORGANS.keys()],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const name = text.slice(start, end);
    const organ = ORGANS.get(name)!;
    const before = text.slice(Math.max(passage.start, start - 8), start);
    // 国家乡村振兴局 is told as a whole.
    if (NATIONAL.some((head) => before.endsWith(head) && ORGANS.has(`${head}${name}`))) return;
    const national = /^[国中]/u.test(name);
    if (name.endsWith('部') && before.endsWith('国')) return;
    if (!national && (TAIL_OF.test(before.slice(-1)) || LONGER[name]?.test(before) === true)) return;
    if (name === TAX) {
      const whole = TAX_BUREAU.exec(text.slice(end, Math.min(passage.end, end + 16)));
      const told = whole && judge(passage, { ...organ, name: `${name}××税务局` }, start);
      if (whole && told && !tellsHistory(passage, start)) report(start, end + whole[0].length, told);
      return;
    }
    const behind = text.slice(end, Math.min(passage.end, end + 2));
    // 局长 is of this organ, 部门 and 局面 are other words.
    if (GOES_ON.test(behind) && !/^(?:长[^江城期]|地[处址]|队员|分局|党委)/u.test(behind)) return;
    const told = judge(passage, organ, start);
    if (told === undefined || tellsHistory(passage, start)) return;
    if (dictionaryVouches(passage, 'institution', start, end)) return;
    report(start, end, told);
  },
});

function judge(passage: Passage, { name, from, to, floor = 0, successor }: Organ, at: number): string | undefined {
  if (to !== undefined) {
    const year = yearOfMention(passage, at);
    if (year !== undefined && year > to) {
      const now = successor === undefined ? '' : `，其后一般为${successor}`;
      return `“${name}”用至${to}年前后${now}，此处记${year}年事，建议按机构改革文件核对。`;
    }
  }
  if (from === undefined) return undefined;
  const latest = latestYearOf(passage, at);
  const printed = yearsInSentence(passage, at);
  const own = printed.length > 0 ? Math.max(...printed) : undefined;
  const year = latest !== undefined && latest < from ? latest : own;
  // A sentence that looks on to later times is no witness.
  if (year === undefined || year >= from || year < floor) return undefined;
  if (year === own && year !== latest && /以来|至今|此后|后来|起[，,]|今/u.test(sentenceOf(passage, at)))
    return undefined;
  return `“${name}”于${from}年前后才有，此处记${year}年事，建议按机构改革文件核对。`;
}

function sentenceOf(passage: Passage, at: number): string {
  const { start, end } = sentenceAround(passage, at);
  return passage.text.slice(start, end);
}
