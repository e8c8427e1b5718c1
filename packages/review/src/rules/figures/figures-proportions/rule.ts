import { readPercents, type Percent } from '../../../figures/read-percent.ts';
import { countDecimals } from '../../../figures/read-quantity.ts';
import { defineRule, type Passage, type Report } from '../../../rule.ts';

const RATIO = /(?<![\d.:：∶])\d+(?:\.\d+)?(?: ?[:：∶/／] ?\d+(?:\.\d+)?){2,}(?![\d.:：∶])/gu;
const REACH = 90;
const INDUSTRIES = /第?一、?(?:第?二、?(?:第?三)?)?[、和]?(?:第?[二三])?(?:次)?产业|三次产业|一二三产业|三产/u;

/** Shares that together are the whole (构成比、三次产业结构). */
export const rule = defineRule({
  id: 'figures-proportions',
  family: 'figures',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '构成比之和为100',
  summary: '三次产业结构等用比号列出的构成，以及逐项写明的三次产业比重，各项之和不等于100的报。',
  why: '构成比之和应为100，不等就有一项印错。',
  silent: '末位四舍五入的差别不报；各项之和与100相去很远的是别的比例，不报。',
  covers: ['YB-TAB-06'],
  exempt: ['quotation'],
  words: ['结构', '构成', '比例', '比重', '之比', '占比', '贡献率', '分别占'],
  checkWord(passage, start, end, report) {
    if (passage.text.charAt(start) === '分') {
      checkRespective(passage, start, end, report);
      return;
    }
    checkRatios(passage, end, report);
    checkIndustries(passage, start, end, report);
  },
});

function checkRatios({ text, end }: Passage, from: number, report: Report): void {
  const stop = Math.min(end, from + REACH);
  const window = text.slice(from, stop).split(/[。；\n]/u)[0]!;
  // The next such word speaks for what stands behind it.
  const next = /结构|构成|比例|比重|之比|占比|贡献率/u.exec(window)?.index ?? window.length;
  for (const found of window.slice(0, next).matchAll(RATIO)) {
    const parts = found[0].split(/[:：∶/／]/u).map((part) => part.trim());
    const shares = parts.map((part) => ({ value: Number(part), place: 10 ** -countDecimals(part) }));
    if (isWhole(shares)) continue;
    const at = from + found.index;
    reportShares(at, at + found[0].length, parts, shares, report);
  }
}

/** `第一、二、三产业比重分别为 11.4%、36.2%和 52.4%`. */
function checkIndustries({ text, start, end }: Passage, at: number, from: number, report: Report): void {
  const head = text.slice(Math.max(start, at - 24), at);
  if (!INDUSTRIES.test(head)) return;
  const clause = /^[^。；\d]{0,10}(?:\d+(?:\.\d+)?[%％][、，,和及]?){3}(?![、和及]?\d)/u.exec(
    text.slice(from, Math.min(end, from + 60)),
  );
  if (clause === null) return;
  const shares = readPercents(text, from, from + clause[0].length);
  if (shares.length !== 3 || isWhole(shares)) return;
  const printed = shares.map((share) => text.slice(share.start, share.end - 1));
  reportShares(shares[0]!.start, shares[2]!.end, printed, shares, report);
}

/** `甲、乙、丙分别占 35%、40%和 28%`: as many names as shares, and all but 100. */
function checkRespective({ text, start, end }: Passage, at: number, from: number, report: Report): void {
  const names = /[^。；，,：:\d]+$/u.exec(text.slice(Math.max(start, at - 60), at))?.[0];
  const list = /^[^。；，\d]{0,10}((?:\d+(?:\.\d+)?[%％](?:[、，,]|和|及|以及)?){3,})/u.exec(
    text.slice(from, Math.min(end, from + 90)),
  );
  if (names === undefined || list === null) return;
  const shares = readPercents(text, from, from + list[0].length);
  const sum = shares.reduce((total, { value }) => total + value, 0);
  if (
    shares.length < 3 ||
    names.split(/[、和及]/u).length !== shares.length ||
    Math.abs(sum - 100) > 4 ||
    isWhole(shares)
  )
    return;
  const printed = shares.map((share) => text.slice(share.start, share.end - 1));
  reportShares(shares[0]!.start, shares[shares.length - 1]!.end, printed, shares, report);
}

/** Sums near 100 are meant to be 100; the last place may be out by rounding. */
function isWhole(shares: readonly Pick<Percent, 'value' | 'place'>[]): boolean {
  const sum = shares.reduce((total, { value }) => total + value, 0);
  const bound = shares.reduce((total, { place }) => total + place / 2, 0);
  return Math.abs(sum - 100) <= Math.max(bound, 0.11) + 1e-9 || sum < 88 || sum > 112;
}

function reportShares(
  start: number,
  end: number,
  printed: readonly string[],
  shares: readonly Pick<Percent, 'value' | 'place'>[],
  report: Report,
): void {
  const sum = shares.reduce((total, { value }) => total + value, 0);
  const computed = String(Number(sum.toFixed(2)));
  report(start, end, `各项比重之和为${computed}，不等于100，请核实。`, {
    evidence: [
      { label: '算式', value: `${printed.join('＋')}＝${computed}` },
      { label: '差额', value: String(Number(Math.abs(sum - 100).toFixed(2))) },
    ],
  });
}
