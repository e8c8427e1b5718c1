import { compareDigits, countDigits } from './compare-digits.ts';
import { APPROXIMATE, CHANGE, MEAN, PLANNED, RANGE } from './figure-columns.ts';
import { FIGURE_UNITS } from './figure-units.ts';
import type { LeanLedger } from './ledger.ts';
import type { FigureConflict } from './figure-conflict.ts';

const LEFT_OUT = CHANGE | RANGE | PLANNED | MEAN | APPROXIMATE;
/** Last characters of what is measured: 长、海拔、库容、高、宽. */
const MARKS = new Uint8Array(65_536);
for (const mark of '长拔容高宽为') MARKS[mark.charCodeAt(0)] = 1;

/** The thing a sentence opens with: 龙泉山, 东风大桥; a date may stand before it. */
const THING =
  /^(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[，,])?(?<name>[\u4e00-\u9fff]{1,7}?(?:大桥|桥|水库|渠|河|江|溪|山|峰|岭|塔|隧道|闸|湖))(?=[位全长海为在系发起始建是，,（\d又属即总坐高宽主横跨于竣落])/u;
const LABEL = /(?:^|[，,；])(?<label>[^，,；。、\d]{1,12})$/u;
const MEASURE = /^(?:全长|总长|长|桥长|渠长|桥全长|海拔|主峰海拔|总库容|库容|塔高|桥宽|总长度|全长度)(?:约?为)?$/u;
/** What is rebuilt, or told of a part, has other measures. */
const OTHER = /扩建|改建|重建|新建|加固|加高|延长|增|规划|计划|原|旧|老|由|境内|县内|市内|其中|分|段/u;
const GENERAL = /^(?:该|本|此|全|新|老|两|各|一|其|主|干|支|县|境|沿|大|小)/u;

/** Measures of one named thing that differ by a misprint in two paragraphs. */
export function judgeThings({ columns, volume: { text } }: LeanLedger): FigureConflict[] {
  const first = new Map<string, number>();
  const conflicts: FigureConflict[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    if (columns.row[index]! >= 0 || columns.kind[index] !== 0 || (columns.flags[index]! & LEFT_OUT) !== 0) continue;
    const start = columns.start[index]!;
    if (MARKS[text.charCodeAt(start - 1)] === 0) continue;
    const sentence = columns.sentence[index]!;
    if (start - sentence > 80) continue;
    const before = text.slice(sentence, start);
    const name = THING.exec(before)?.groups?.name;
    if (name === undefined || name.length < 3 || GENERAL.test(name) || OTHER.test(before)) continue;
    const measure = readMeasure(before, name);
    if (measure === undefined) continue;
    const key = `${name}|${measure}|${FIGURE_UNITS[columns.unit[index]!]!.base}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, index);
    else if (columns.block[other] !== columns.block[index]) {
      const [x, y] = [columns.value[index]!, columns.value[other]!];
      const slip = x === y ? undefined : compareDigits(x, y);
      if (slip === 'transposed' || (slip === 'digit' && Math.min(countDigits(x), countDigits(y)) >= 3))
        conflicts.push({ figure: index, other, slip });
    }
  }
  return conflicts;
}

/** 长, 海拔, 库容; of a river its whole length only. */
function readMeasure(before: string, name: string): string | undefined {
  const clause = LABEL.exec(before)?.groups?.label ?? '';
  const label = clause.startsWith(name) ? clause.slice(name.length) : clause;
  if (!MEASURE.test(label)) return undefined;
  if (label.includes('海拔')) return '海拔';
  if (label.includes('库容')) return label.replace(/约?为$/u, '');
  if (/[高宽]/u.test(label)) return label.slice(0, 2);
  return /[河江溪]$/u.test(name) && !/[全总]/u.test(label) ? undefined : '长';
}
