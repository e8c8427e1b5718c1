import { defineRule, type Book, type Report } from '../../../rule.ts';

const ANGLE = '(\\d{1,3})°(?:(\\d{1,2})[′\'’])?(?:(\\d{1,2}(?:\\.\\d+)?)[″"”])?';
const PLACE = new RegExp(`(北纬|东经)${ANGLE}(?:[～~—\\-－至到]+(?:北纬|东经)?${ANGLE})?`, 'uy');
/** What is said of the territory as a whole. */
const TERRITORY = /(?:全[县市区州境]|县境|市境|境域|境内|地处|介于|地跨|介乎|位于|[县市区州])[^。；，]{0,8}$/u;
/** A place farther off than this, in degrees, is elsewhere on purpose. */
const FAR = 1.5;

interface Spot {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly isRange: boolean;
}

/** A point outside the territory that the same book gives by its limits (坐标在境域之外). */
export const rule = defineRule({
  id: 'figures-coordinates-outside',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '坐标在所记境域之内',
  summary: '书中写明本地经纬度起止的，另处某点的经纬度落在起止之外而相去不远的报。',
  why: '本地的一点不会在本地之外，多半是度分有误。',
  silent: '书中记有几个不同起止的，或者相去一度半以上、显然在外地的，不报。',
  exempt: ['quotation'],
  checkBook(book, report) {
    for (const axis of ['北纬', '东经']) checkAxis(book, axis, report);
  },
});

function checkAxis({ volume: { text } }: Book, axis: string, report: Report): void {
  const spots = readSpots(text, axis);
  const limits = spots.filter(
    ({ isRange, start }) => isRange && TERRITORY.test(text.slice(Math.max(0, start - 24), start)),
  );
  const territory = limits[0];
  if (territory === undefined || limits.some(({ low, high }) => low !== territory.low || high !== territory.high))
    return;
  for (const spot of spots) {
    const isInside = spot.low >= territory.low && spot.high <= territory.high;
    const distance = Math.max(territory.low - spot.low, spot.high - territory.high);
    if (spot.isRange || isInside || distance > FAR) continue;
    const printed = text.slice(territory.start, territory.end);
    report(spot.start, spot.end, `“${text.slice(spot.start, spot.end)}”在书中所记境域“${printed}”之外，请核对。`, {
      evidence: [
        { label: '所记境域', span: { start: territory.start, end: territory.end }, value: printed },
        { label: '此处坐标', span: { start: spot.start, end: spot.end }, value: text.slice(spot.start, spot.end) },
      ],
    });
  }
}

function readSpots(text: string, axis: string): Spot[] {
  const spots: Spot[] = [];
  // One character is looked for faster than two, and ° is rare.
  for (let degree = text.indexOf('°'); degree >= 0; degree = text.indexOf('°', degree + 1)) {
    let at = degree;
    while (degree - at < 3 && isDigit(text.charCodeAt(at - 1))) at -= 1;
    at -= axis.length;
    if (!text.startsWith(axis, at)) continue;
    PLACE.lastIndex = at;
    const found = PLACE.exec(text);
    if (found === null) continue;
    const low = toDegrees(found.slice(2, 5));
    const isRange = found[5] !== undefined;
    const high = isRange ? toDegrees(found.slice(5, 8)) : low;
    spots.push({ start: at, end: at + found[0].length, low: Math.min(low, high), high: Math.max(low, high), isRange });
  }
  return spots;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function toDegrees([degrees, minutes = '0', seconds = '0']: readonly (string | undefined)[]): number {
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
}
