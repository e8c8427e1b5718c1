import { defineRule, type Report } from '../../../rule.ts';

const COORDINATE = /(\d+(?:\.\d+)?)°(?:(\d+(?:\.\d+)?)([′'’＇″"”分]))?(?:(\d+(?:\.\d+)?)([″"”＂秒′'’]))?/uy;
const AXIS = /(北纬|东经|纬度|经度|南纬|西经)[^。；，\d]{0,6}$/u;
const RANGE = /^[～~—\-－至到和、](?:北纬|东经)?/u;
const LIMITS: Readonly<Record<string, number>> = { 北纬: 90, 南纬: 90, 纬度: 90, 东经: 180, 西经: 180, 经度: 180 };

interface Place {
  readonly end: number;
  readonly value: number;
}

/** Coordinates that no place has (经纬度): minutes or seconds from 60 on, degrees beyond the axis, limits in the wrong order. */
export const rule = defineRule({
  id: 'figures-coordinates',
  family: 'figures',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '经纬度写法与数值',
  summary: '经纬度的分、秒满60，纬度超过90度、经度超过180度，缺分而有秒，范围前大后小的报。',
  why: '坐标错一位，地点就移到别处。',
  silent: '不是经纬度的角度、温度不报。',
  exempt: [],
  on: '°',
  check({ text, start, end }, at, report) {
    let from = at;
    while (from > start && /[\d.]/u.test(text.charAt(from - 1))) from -= 1;
    const axis = AXIS.exec(text.slice(Math.max(start, from - 10), from))?.[1];
    if (axis === undefined || from === at) return;
    const first = readPlace(text, from, axis, report);
    if (first === undefined) return;
    const range = RANGE.exec(text.slice(first.end, Math.min(end, first.end + 3)))?.[0];
    if (range === undefined || !/\d/u.test(text.charAt(first.end + range.length))) return;
    const second = readPlace(text, first.end + range.length, axis, report);
    if (second === undefined || second.value >= first.value || /[和、]/u.test(range)) return;
    report(from, second.end, `${axis}范围“${text.slice(from, second.end)}”前大后小，请核对。`);
  },
});

/** Reads one coordinate; what cannot be is reported and not read further. */
function readPlace(text: string, at: number, axis: string, report: Report): Place | undefined {
  COORDINATE.lastIndex = at;
  const found = COORDINATE.exec(text);
  if (found === null) return undefined;
  const end = at + found[0].length;
  const [, degrees = '', minutes = '0', mark = '′', seconds = '0'] = found;
  const fault =
    Number(degrees) > LIMITS[axis]!
      ? `${axis}不超过${LIMITS[axis]}度`
      : Number(minutes) >= 60
        ? '分应小于60'
        : Number(seconds) >= 60
          ? '秒应小于60'
          : /[″"”＂秒]/u.test(mark)
            ? '度之后缺分'
            : undefined;
  if (fault === undefined) return { end, value: Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600 };
  report(at, end, `坐标“${found[0]}”有疑，${fault}，请核对。`);
  return undefined;
}
