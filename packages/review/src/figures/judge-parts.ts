import { compareDigits } from '../ledger/compare-digits.ts';
import { addFigures } from './read-figure.ts';
import type { Listing, Part } from './read-parts.ts';
import { isSameUnit, toFigure, type Quantity } from './read-quantity.ts';

/** How a list says that it names all parts: `all` outright, `listed` by its form, `among` not at all (其中), `row` not even that it is one. */
export type Completeness = 'all' | 'listed' | 'among' | 'row';

/** Parts that may overlap, so that their sum may exceed the whole: grades, honours, what is new. */
const OVERLAP =
  /^新|^通|的$|要案|获|受|重点|骨干(?:教师|企业|人员|教练)|(?:县|市|省|国家|部|地)级(?:重点|先进|优秀|示范|荣誉|奖|劳|文明|$)|累计|先后|以来|[级高专科职岁元等]以[上下]/u;
/** Persons are counted by sex, age, schooling, membership and rank at once. */
const OVERLAP_OF_PERSONS =
  /女|男|党员|团员|族|岁|学历|(?:大专|本科|中专|高中|初中|小学)(?:文化|程度|毕业|及|$)|文化程度|离退休|残疾|军人|青年|妇女|专业技术|党纪|政务处分|政纪/u;
const SCHOOLING = /研究生|博士|硕士|大学|大专|本科|专科|中专|高中|初中|小学|文盲|识字/u;
const DIVISIONS: readonly RegExp[] = [/岁/u, SCHOOLING, /高级|中级|初级|正高|副高|员级|助理/u];
const MEASURED = /[元吨米里顷亩克斤升时瓦安担石]/u;
/** Kinds that together leave nothing out. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^男/u, /^女/u],
  [/^(?:城镇|城市|非农业|市区)/u, /^(?:农村|乡村|农业|郊区)/u],
  [/自办|自查|自行/u, /转办|转交|交办|转送/u],
  [/公办|国有|国营|公立/u, /民办|私营|集体|私立/u],
  [/专职|在职|在编|正式/u, /兼职|离退休|退休|聘用|临时/u],
  [/国内|境内|内地|本地|本县|本市|本国|内资|中国籍|中方/u, /国外|境外|外地|外县|外市|外国|外资|外籍|外方/u],
  [/出生|迁入|收入|出口|借方/u, /死亡|迁出|支出|进口|贷方/u],
  [/^(?:已|审结|办结|结案)/u, /^(?:未|待|在办|积存)/u],
  [/^(?:夏粮|夏收|小春|早稻|上半年|早)/u, /^(?:秋粮|秋收|大春|晚稻|下半年|晚)/u],
  [/^汉族/u, /^(?:各?少数民族)/u],
  [/陆地|陆域|地上|地表/u, /水域|海域|地下/u],
  [/集中|固定|常年|定点|机动/u, /分散|流动|季节|临时|非机动/u],
];
/** A list that falls further short of its total, or passes it further, is about something else. */
const MOST_GAP = 0.4;
const MOST_GAP_OF_ALL = 0.6;

/** Adds printed parts exactly. */
export function addParts(parts: readonly Part[]): number {
  return addFigures(parts.map(({ quantity }) => toFigure(quantity))).value;
}

/** Whether the parts contradict their total (分项与合计不符); `others` are same-unit numbers nearby that may be the real total. */
export function contradictsTotal(
  total: Quantity,
  listing: Listing,
  completeness: Completeness,
  others: readonly Quantity[] = [],
  rivals: readonly Quantity[] = others,
): boolean {
  const { parts, closed } = listing;
  const sum = addParts(parts);
  const bound = boundSum(total, parts);
  const isNear = (value: number) => Math.abs(sum - value) <= bound + 1e-6;
  if (parts.length === 0 || isNear(total.value) || others.some(({ value }) => isNear(value))) return false;
  if (isDividedAgain(total.value, parts, Math.min(bound, total.value * 0.005))) return false;
  const isWhole = areOpposite(parts) || namesTheRest(parts);
  if (completeness !== 'row' && others.length === 0 && isMisprint(total, parts, sum, completeness)) return true;
  if (!isWhole && overlap(total, parts)) return false;
  if (completeness === 'row')
    return closed && others.length === 0 && (areOpposite(parts) || looksLikeParts(total, listing, sum));
  if (sum > total.value) {
    if (completeness === 'all' || isWhole) return sum < total.value * 10;
    if (completeness === 'listed') return sum - total.value <= total.value * MOST_GAP;
    // 其中 may look back on several quantities of the sentence; an open list may have gone on to something else.
    if (!closed && parts.length > 1) return false;
    // 甲区60亿元，其中县城20亿元；乙区45亿元: behind ；stands another whole.
    if ((listing.firstClause ?? 0) > 0 && !isWhole && (parts.length < 3 || sum > total.value * 1.5)) return false;
    return sum < total.value * 10 && sum > total.value + rivals.reduce((most, { value }) => most + value, 0);
  }
  if (completeness === 'all' || isWhole) return total.value - sum <= total.value * MOST_GAP_OF_ALL;
  if (total.value - sum > total.value * MOST_GAP) return false;
  if (completeness === 'listed') return parts.length >= 3 && closed;
  // A list by schooling leaves out who had none.
  if (parts.every(({ label }) => SCHOOLING.test(label))) return false;
  return parts.length >= 3 && closed && looksComplete(total, parts, sum);
}

/** The sum is the total but for one figure or two changed round: long numbers do not come so near by chance. */
function isMisprint(total: Quantity, parts: readonly Part[], sum: number, completeness: Completeness): boolean {
  if (parts.length < 2 || parts.some(({ quantity }) => quantity.value >= Math.max(sum, total.value))) return false;
  const slip = compareDigits(total.value, sum);
  if (slip !== 'transposed' && slip !== 'digit') return false;
  const place = Math.min(total.place, ...parts.map(({ quantity }) => quantity.place));
  const digits = String(Math.round(total.value / place)).length + (slip === 'transposed' ? 1 : 0);
  if (completeness === 'all') return digits >= 3;
  return digits >= (sum < total.value ? 5 : parts.length > 2 ? 3 : 4);
}

/** Numbers that merely follow a quantity are its parts only where they all but make it. */
function looksLikeParts(total: Quantity, { parts, enumerated }: Listing, sum: number): boolean {
  if (parts.length < 3 || parts.some(({ quantity }) => quantity.value > total.value)) return false;
  const gap = Math.abs(total.value - sum);
  return gap <= total.value * (enumerated ? 0.3 : 0.05) || (gap <= total.value * 0.2 && isSlip(total, gap));
}

/** Signs that a list behind 其中 leaves nothing out: it nearly makes the whole, differs by a slip, or goes down to single pieces. */
function looksComplete(total: Quantity, parts: readonly Part[], sum: number): boolean {
  const gap = total.value - sum;
  // Of money and measures a few parts in a hundred are often left out.
  if (gap <= total.value * (MEASURED.test(total.unit) ? 0.03 : 0.05) || isSlip(total, gap)) return true;
  const least = Math.min(...parts.map(({ quantity }) => quantity.value));
  return (
    parts.length >= 4 && total.place === 1 && !MEASURED.test(total.unit) && gap <= total.value * 0.3 && gap >= least
  );
}

/** One figure wrong in one number, or two changed round: the difference is 20, 500 or 9, 180. */
function isSlip(total: Quantity, gap: number): boolean {
  const size = Math.round(total.value / total.place);
  let difference = Math.round(gap / total.place);
  // Of two figures the first: 92 beside 102, 73 beside 83.
  if (size >= 30 && size < 100) return difference % 10 === 0;
  while (difference > 0 && difference % 10 === 0) difference /= 10;
  if (difference < 10) return size >= 100;
  return size >= 1000 && difference % 9 === 0 && difference <= 72;
}

/** Whether a unit counts whole things (计件单位): persons, pieces, households; what is measured was rounded. */
export function isCounted(unit: string): boolean {
  return !MEASURED.test(unit);
}

/** Half of the last printed place of each number; counted persons and pieces allow nothing. */
export function boundSum(total: Quantity, parts: readonly Part[]): number {
  const places = [total, ...parts.map(({ quantity }) => quantity)].map(({ place }) => place);
  if (places.every((place) => place === 1) && !MEASURED.test(total.unit)) return 0;
  return places.reduce((bound, place) => bound + place, 0) / 2;
}

/** A list whose head already makes the total, or that makes it twice, divides it in two ways. */
function isDividedAgain(total: number, parts: readonly Part[], bound: number): boolean {
  let sum = 0;
  for (const [index, { quantity }] of parts.entries()) {
    sum += quantity.value;
    const rest = parts.length - 1 - index;
    // Of a few single persons nearly every head makes some total.
    if (Math.abs(sum - total) <= bound + 1e-6 && index > 0 && rest > (total < 20 ? 1 : 0)) return true;
  }
  const times = Math.round(sum / total);
  return times >= 2 && Math.abs(sum - total * times) <= bound * times + 1e-6;
}

/** Money and measures of different parts are different money; persons and places may be counted under several heads. */
function overlap(total: Quantity, parts: readonly Part[]): boolean {
  if (MEASURED.test(total.unit)) return false;
  // One way of dividing persons, by age or by schooling, does not count anybody twice.
  if (DIVISIONS.some((division) => parts.every(({ label }) => division.test(label)))) return false;
  const isPersons = isSameUnit(total.unit, '人');
  return parts.some(({ label }) => OVERLAP.test(label) || (isPersons && OVERLAP_OF_PERSONS.test(label)));
}

function namesTheRest(parts: readonly Part[]): boolean {
  return parts.length >= 3 && /^(?:其他|其它|其余|另有)/u.test(parts[parts.length - 1]!.label);
}

function areOpposite(parts: readonly Part[]): boolean {
  if (parts.length !== 2) return false;
  const [one, other] = parts.map(({ label }) => label) as [string, string];
  if (other === `非${one}` || one === `非${other}`) return true;
  return OPPOSITES.some(([a, b]) => (a.test(one) && b.test(other)) || (a.test(other) && b.test(one)));
}
