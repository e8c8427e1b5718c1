import type { Evidence } from '../finding.ts';
import { liesInZone } from '../find-zone.ts';
import { HOUSE_STYLES, type HouseStyleId } from '../house-style.ts';
import type { Book, Report } from '../rule.ts';
import { passageOf } from '../scan-book.ts';
import { countWays, type WayCount } from './count-ways.ts';

/** Fewer places of the commoner way are no usage of the book yet. */
const USUAL = 10;
/** Where the rarer ways make more than this share, the book has no usage of its own. */
const RARE = 0.25;
const PLACES_SHOWN = 20;

/** Tells the rarer way of writing once (少数写法): against the way chosen by the office, else against the commoner one. */
export function tellMinority(style: HouseStyleId, book: Book, report: Report, chosenOnly = false): void {
  const ways = book.read(countWays).get(style);
  if (ways === undefined) return;
  const sorted = [...ways].sort((a, b) => b[1].count - a[1].count);
  const chosen = book.settings.houseStyle?.[style];
  if (chosen === undefined && chosenOnly) return;
  const norm = chosen ?? sorted[0]?.[0];
  if (norm === undefined) return;
  const usual = ways.get(norm);
  const others = sorted.filter(([way]) => way !== norm);
  const count = others.reduce((sum, [, other]) => sum + other.count, 0);
  if (count === 0) return;
  const total = count + (usual?.count ?? 0);
  if (chosen === undefined && ((usual?.count ?? 0) < USUAL || count / total > RARE)) return;
  const places = others
    .flatMap(([, other]) => other.places)
    .filter((place) => isOpen(book, place))
    .map(({ start, end }) => ({ start: startOfNumber(book.volume.text, start), end }))
    .sort((a, b) => a.start - b.start);
  const first = places[0];
  if (first === undefined) return;
  const evidence: Evidence[] = places
    .slice(1, PLACES_SHOWN)
    .map(({ start, end }) => ({ label: '另一处', span: { start, end } }));
  evidence.push({ label: '各写法处数', value: describeCounts(sorted) });
  report(
    first.start,
    first.end,
    chosen === undefined
      ? `全书${HOUSE_STYLES[style].title}多用“${norm}”（${usual?.count ?? 0}处），另有${count}处不同，请统一。`
      : `本书${HOUSE_STYLES[style].title}定为“${norm}”，有${count}处不同，请统一。`,
    { evidence },
  );
}

function describeCounts(ways: readonly (readonly [string, WayCount])[]): string {
  return ways.map(([way, { count }]) => `“${way}”${count}处`).join('，');
}

/** A unit is shown with the whole of its number. */
function startOfNumber(text: string, start: number): number {
  let from = start;
  while (from > 0 && start - from < 12 && /[\d.]/u.test(text.charAt(from)) && /[\d.]/u.test(text.charAt(from - 1)))
    from -= 1;
  return from;
}

/** Not in a quotation, a title or a document printed as it was. */
function isOpen(book: Book, place: WayCount['places'][number]): boolean {
  const block = book.volume.blocks[place.block];
  if (block === undefined) return false;
  const passage = passageOf(book, block);
  return !(['quotation', 'title', 'verbatim'] as const).some((zone) => liesInZone(zone, passage, place.start));
}
