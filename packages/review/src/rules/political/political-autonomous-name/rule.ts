import places from '../../../lexicons/autonomous.json' with { type: 'json' };
import { yearOfMention } from '../../../dated/year-of-mention.ts';
import { tellsHistory } from '../../../dated/tells-history.ts';
import { defineRule, type Passage } from '../../../rule.ts';

interface Place {
  readonly name: string;
  readonly stem: string;
  readonly nation?: string;
  readonly from?: number;
  readonly to?: number;
}

const PLACES: readonly Place[] = places;
const BY_NAME = new Map(PLACES.map((place) => [place.name, place]));
const LONGEST = Math.max(...PLACES.map(({ name }) => name.length)) + 4;

/** Names in use now, by the word for the place that they begin with. */
const BY_STEM = new Map(PLACES.filter(({ to }) => to === undefined).map((place) => [place.stem, place]));

const NATION =
  '(?:土家|布依|哈尼|傈僳|僳僳|拉祜|纳西|景颇|布朗|普米|独龙|仫佬|毛南|仡佬|达斡尔|朝鲜|维吾尔|维吾|柯尔克孜|哈萨克|塔吉克|裕固|保安|东乡|撒拉|蒙古|锡伯|鄂温克|鄂伦春|维|哈|蒙|土|古|藏|羌|彝|夷|苗|侗|瑶|壮|僮|满|回|畲|黎|水|傣|白|怒|佤|朝|各)';
/** What may stand between place and 自治: names of nationalities, rightly written or not. */
const NATIONS = new RegExp(`^[州县]?(?:${NATION}?民?族?[、和]?)*$`, 'u');

/** Other wrong forms: a city or province that does not exist, 自治 left out. */
const WRONG: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...BY_STEM.values()]
      .filter(({ nation }) => nation !== undefined && nation.length > 1)
      .flatMap(({ name, stem, nation }) => [
        [`${stem}${nation}${name.slice(-1)}`, name],
        [`${stem}${nation}自治洲`, name],
      ]),
  ),
  甘孜市: '甘孜藏族自治州',
  凉山市: '凉山彝族自治州',
  阿坝市: '阿坝藏族羌族自治州',
  湘西市: '湘西土家族苗族自治州',
  黔东南市: '黔东南苗族侗族自治州',
  黔西南市: '黔西南布依族苗族自治州',
  黔南市: '黔南布依族苗族自治州',
  西双版纳市: '西双版纳傣族自治州',
  德宏市: '德宏傣族景颇族自治州',
  怒江市: '怒江傈僳族自治州',
  迪庆市: '迪庆藏族自治州',
  延边市: '延边朝鲜族自治州',
  甘南市: '甘南藏族自治州',
  果洛市: '果洛藏族自治州',
  黄南市: '黄南藏族自治州',
  伊犁市: '伊犁哈萨克自治州',
  博尔塔拉市: '博尔塔拉蒙古自治州',
  巴音郭楞市: '巴音郭楞蒙古自治州',
  克孜勒苏市: '克孜勒苏柯尔克孜自治州',
  北川市: '北川羌族自治县',
  内蒙古省: '内蒙古自治区',
  内蒙省: '内蒙古自治区',
  西藏省: '西藏自治区',
  广西壮族自治省: '广西壮族自治区',
  宁夏回族自治省: '宁夏回族自治区',
};
/** Provinces of their time: 新疆省 until 1955, and so on. */
const PROVINCES: Readonly<Record<string, readonly [string, number]>> = {
  新疆省: ['新疆维吾尔自治区', 1955],
  宁夏省: ['宁夏回族自治区', 1958],
  广西省: ['广西壮族自治区', 1958],
};
/** Words of the times before 1958, where no year is printed: the province may be one of them. */
const EARLIER = /民国|清|明代|明朝|同治|光绪|抗战|抗日|解放|红军|国民党|军阀|北伐|太平军|革命|生于|毕业|籍|人[，。（]/u;
/** Names of regions cut short: 内蒙、宁夏等地. */
const CUT = /^[、，。；：和与及等地各省区自]/u;
const AUTONOMOUS = ['自治州', '自治县', '自治旗', '自治区', '自治洲'];

/** The name of an autonomous place that is not its full name (民族自治地方名称). */
export const rule = defineRule({
  id: 'political-autonomous-name',
  family: 'political',
  severity: 'query',
  norm: 'place-name-regulation-2022',
  clause: '18',
  title: '民族自治地方名称用全称',
  summary:
    '全国5个自治区、30个自治州、120个自治县（旗）的名称与公开名录逐字核对：漏民族名称、民族次序颠倒、错字、误作省市，提请核对。',
  why: '民族自治地方的名称由国务院批准，写漏写错民族名称关系民族平等。',
  silent: '“甘孜州”一类通行简称不报；曾用名在其使用年代内，以及记述更名沿革的句子，不报。',
  covers: ['LN-POL-14', 'LN-NAM-11'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'caption', 'table', 'heading'],
  words: [...AUTONOMOUS, ...Object.keys(WRONG), ...Object.keys(PROVINCES), '内蒙'],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const word = text.slice(start, end);
    const wrong = WRONG[word];
    if (wrong !== undefined) {
      if (text.charAt(end) !== '场') report(start, end, `“${word}”建议核对，名录所载为“${wrong}”。`);
      return;
    }
    const province = PROVINCES[word];
    if (province !== undefined) {
      const year = yearOfMention(passage, start);
      if (tellsHistory(passage, start)) return;
      if (year === undefined) {
        if (!EARLIER.test(text.slice(passage.start, passage.end)))
          report(start, end, `“${word}”建议核对，今名为“${province[0]}”。`);
      } else if (year > province[1])
        report(start, end, `${year}年已无“${word}”建制，建议核对，今名为“${province[0]}”。`);
      return;
    }
    if (word === '内蒙') {
      if (/[境国区省市县场院以海]/u.test(text.charAt(start - 1)) || !CUT.test(text.slice(end, end + 1))) return;
      if (text.startsWith('自治', end)) return;
      report(start, end, '“内蒙”建议核对，应写“内蒙古”。');
      return;
    }
    const found = readName(passage, start, end);
    if (found === undefined || tellsHistory(passage, start)) return;
    const quote = text.slice(found.start, end);
    report(found.start, end, `“${quote}”建议核对，名录所载为“${found.right}”。`);
  },
});

/** Where the wrongly written name begins, and what the list has for it; undefined where nothing is wrong or nothing is known. */
function readName(passage: Passage, at: number, end: number): { start: number; right: string } | undefined {
  const { text } = passage;
  const from = Math.max(passage.start, end - LONGEST);
  for (let start = from; start < at; start += 1) {
    const place = BY_NAME.get(text.slice(start, end));
    if (place === undefined) continue;
    return place.to === undefined ? undefined : readFormer(passage, place, start);
  }
  // The stem nearest to 自治 decides: 甘孜藏族自治州和凉山自治州.
  for (let start = at - 2; start >= from; start -= 1) {
    for (let length = 2; length <= 6 && start + length <= at; length += 1) {
      const place = BY_STEM.get(text.slice(start, start + length));
      if (place === undefined || !NATIONS.test(text.slice(start + length, at))) continue;
      if (place.stem === '河南' && start + length === at) continue;
      // A place that is both a county and part of a prefecture's name: what is written may be one level of the two.
      const kind = text.charAt(end - 1);
      if (start + length === at && kind === '县' && place.name.endsWith('州')) continue;
      return { start, right: place.name };
    }
  }
  return findNear(text, from, end);
}

function readFormer(passage: Passage, place: Place, start: number): { start: number; right: string } | undefined {
  const year = yearOfMention(passage, start);
  // A former name whose place has another name of the same stem now is doubtful in every book that tells of no year.
  const now = BY_STEM.get(place.stem)?.name;
  if (year === undefined ? now === undefined : year <= place.to!) return undefined;
  return { start, right: now ?? `${place.to}年前的旧称` };
}

/** A name that differs from a listed one by a single character. */
function findNear(text: string, from: number, end: number): { start: number; right: string } | undefined {
  for (const { name, to } of PLACES) {
    const start = end - name.length;
    if (to !== undefined || start < from || name.length < 6) continue;
    if (text.charAt(end - 1) !== name.slice(-1)) continue;
    let different = 0;
    for (let index = 0; index < name.length && different < 2; index += 1)
      if (text.charCodeAt(start + index) !== name.charCodeAt(index)) different += 1;
    if (different === 1) return { start, right: name };
  }
  return undefined;
}
