import { yearOfMention } from '../../../dated/year-of-mention.ts';
import { tellsHistory } from '../../../dated/tells-history.ts';
import { defineRule } from '../../../rule.ts';

/** Former names of countries and capitals: the name now, and the last year of the old one. */
const COUNTRIES: Readonly<Record<string, readonly [now: string, to: number]>> = {
  南朝鲜: ['韩国', 1992],
  北朝鲜: ['朝鲜', 0],
  北韩: ['朝鲜', 0],
  汉城市: ['首尔', 2005],
  韩国汉城: ['韩国首尔', 2005],
  扎伊尔: ['刚果（金）', 1997],
  斯威士兰: ['埃斯瓦蒂尼', 2018],
  马其顿: ['北马其顿', 2019],
  上沃尔特: ['布基纳法索', 1984],
  锡兰: ['斯里兰卡', 1972],
  捷克斯洛伐克: ['捷克、斯洛伐克', 1992],
  南斯拉夫: ['塞尔维亚、黑山等', 2003],
  民主德国: ['德国', 1990],
  联邦德国: ['德国', 1990],
};

/** A country by a name it no longer had, or never had (国名). */
export const rule = defineRule({
  id: 'names-country-year',
  family: 'names',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '国名与年份相符',
  summary: '国家更名以后仍用旧名（如2010年仍写“南朝鲜”），或用“北朝鲜”“北韩”等非规范名称的，提请核对。',
  why: '国名用全称或约定简称，更名后用新名。',
  silent: '旧名使用年代内的记述，记述更名沿革的句子，年份不明的，引文和书名号内的，不报。',
  covers: ['LN-POL-28'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: Object.keys(COUNTRIES),
  checkWord(passage, start, end, report) {
    const word = passage.text.slice(start, end);
    const [now, to] = COUNTRIES[word]!;
    if (word === '马其顿' && passage.text.charAt(start - 1) === '北') return;
    const year = yearOfMention(passage, start);
    if (to > 0 && (year === undefined || year <= to || tellsHistory(passage, start))) return;
    report(start, end, `国名建议核对，一般写“${now}”。`);
  },
});
