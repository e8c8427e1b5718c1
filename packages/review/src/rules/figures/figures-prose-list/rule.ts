import { opensList } from '../../../figures/opens-list.ts';
import { addParts, contradictsTotal, isCounted, type Completeness } from '../../../figures/judge-parts.ts';
import { readQuantities } from '../../../figures/find-total.ts';
import { readParts, type Listing } from '../../../figures/read-parts.ts';
import { isApproximate, isSameUnit, readQuantity, type Quantity } from '../../../figures/read-quantity.ts';
import { reportSum } from '../../../figures/report-sum.ts';
import { defineRule, type Passage } from '../../../rule.ts';

const WHOLE = /(?:共有?|总计|合计|计有|总数|总数为|总共)[^\d。；，、]{0,8}$/u;
const NOUN_AND_MARK = /[\u4e00-\u9fff]{0,6}([，,：:（(。；;])/uy;
const DIVISION = /(?:包括|分为|分别[为是有]|由|按[^，。；、\d]{2,8}分(?:类|组|为)?[，,：:]?|其构成为)/uy;

/** A part behind 其中 has parts of its own only where they say so. */
const AMONG = /其中[^。]*$/u;

/** A total and the parts listed right behind it, in brackets, behind a colon or in a row (列尽的分项). */
export const rule = defineRule({
  id: 'figures-prose-list',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-quality-2008',
  clause: 'pending',
  title: '文中列尽的分项与合计相符',
  summary:
    '复算合计与紧接其后的同单位分项：括注的分项、“共……”之后列到句末的分项、“包括”“分为”“按……分”所列分项，不等于合计的报。',
  why: '列尽的分项加起来应当等于合计，不等就必有一个数是错的。',
  silent: '只列举一部分、分项可能互相重叠、同句还有同单位的别的数、约数、四舍五入的尾差，都不报。',
  covers: ['YB-TAB-06'],
  exempt: ['quotation'],
  checkDigits(passage, start, end, report) {
    const { text } = passage;
    if (!opensList(text, start, end)) return;
    const total = readQuantity(text, start, passage.end);
    if (total === undefined) return;
    NOUN_AND_MARK.lastIndex = total.end;
    const mark = NOUN_AND_MARK.exec(text);
    if (mark === null || isApproximate(text, total)) return;
    for (const { listing, completeness } of readListings(passage, total, total.end + mark[0].length, mark[1]!)) {
      if (listing.parts.length < 2 || !contradictsTotal(total, listing, completeness, readOthers(passage, total)))
        continue;
      reportSum(text, total, listing.parts, report);
      return;
    }
  },
});

interface Division {
  readonly listing: Listing;
  readonly completeness: Completeness;
}

/** The list behind a total, and those that divide it again: 按性别分：……；按年龄分：…… */
function readListings({ text, start, end }: Passage, total: Quantity, at: number, mark: string): Division[] {
  const divisions: Division[] = [];
  const inBracket = mark === '（' || mark === '(';
  let place = at;
  while (divisions.length < 6) {
    DIVISION.lastIndex = place;
    const lead = DIVISION.exec(text)?.[0] ?? '';
    if (divisions.length > 0 && lead === '') break;
    const listing = readParts(text, place + lead.length, end, total);
    if (inBracket) return closesFully(text, total, listing) ? [{ listing, completeness: 'all' }] : [];
    const isWhole = WHOLE.test(text.slice(Math.max(start, total.start - 14), total.start));
    const completeness = lead !== '' || mark === '：' || mark === ':' || isWhole ? 'listed' : 'row';
    if (completeness === 'row' && AMONG.test(text.slice(Math.max(start, total.start - 40), total.start))) break;
    // What follows ；is another matter: 资产9亿元，负债8亿元，权益1亿元；利润……
    const { firstClause = 0 } = listing;
    const own =
      completeness === 'row' && firstClause > 1
        ? { ...listing, parts: listing.parts.slice(0, firstClause), closed: true }
        : listing;
    divisions.push({ listing: own, completeness });
    if (completeness === 'row') break;
    place = listing.stop + 1;
  }
  return divisions;
}

/** Two measures in brackets that leave a fifth or more of the whole are examples: 火电4568万千瓦（煤电……，气电……）. */
function closesFully(text: string, total: Quantity, listing: Listing): boolean {
  if (!/[）)]/u.test(text.charAt(listing.stop))) return false;
  return isCounted(total.unit) || listing.parts.length > 2 || addParts(listing.parts) > total.value * 0.8;
}

/** Same-unit numbers earlier in the sentence: the total may be one of several, or a part itself. */
function readOthers({ text, start }: Passage, total: Quantity): Quantity[] {
  const sentence = Math.max(start, total.start - 100, text.lastIndexOf('。', total.start) + 1);
  return readQuantities(text, sentence, total.start).filter(({ unit }) => isSameUnit(unit, total.unit));
}
