import { defineRule, type Passage, type Report } from '../../../rule.ts';

const RANGE =
  /(?<![\d.])(\d+(?:\.\d+)?) ?([^\d～~—。；，,]{0,8})[～~—至] ?(\d+(?:\.\d+)?)([^\d。；，,]{0,10})[，,、]?(?![^。；，,\d]*其中)[^。；，,\d]{0,6}$/u;
const MEAN = /^(?:均|均值|均数|均含量|均浓度|均检出值|值)[^\d。；，,]{0,6}?(\d+(?:\.\d+)?) ?([^\d。；，,、]{0,8})/u;
const REACH = 60;
const EXTREMES =
  /最[高大多长宽厚深低小少短窄薄浅][^，。；\d]{0,8}(?:\d{4}年的?)?(-?\d+(?:\.\d+)?)(米|公里|厘米|毫米|℃|公斤|立方米\/秒)[，,、]最[高大多长宽厚深低小少短窄薄浅][^，。；\d]{0,8}(?:\d{4}年的?)?(-?\d+(?:\.\d+)?)(米|公里|厘米|毫米|℃|公斤|立方米\/秒)[，,、；](?:多?年)?$/u;

/** A mean outside the range it is the mean of (平均值与范围). */
export const rule = defineRule({
  id: 'figures-mean',
  family: 'figures',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '平均值在范围之内',
  summary: '同一句写明范围（检出范围、含量、产量等）与平均值的，平均值小于下限或大于上限的报。',
  why: '平均值不可能在所有数值之外，必有一个数印错。',
  silent: '单位不同，范围与平均值之间另有别的数，都不报。',
  covers: ['GZ-SRC-05'],
  exempt: ['quotation'],
  words: ['平均', '均值'],
  checkWord(passage, at, stop, report) {
    const { text, start, end } = passage;
    if (text.charAt(at - 1) === '平') return;
    const range = RANGE.exec(text.slice(Math.max(start, at - REACH), at));
    if (range === null) {
      judgeExtremes(passage, at, stop, report);
      return;
    }
    const lead = text.charAt(at) === '平' ? at + 1 : at;
    const mean = MEAN.exec(text.slice(lead, Math.min(end, stop + 24)));
    if (mean === null || /[每人户亩年月日递增]/u.test(text.slice(stop, lead + mean[0].indexOf(mean[1]!)))) return;
    const [low, high, value] = [Number(range[1]), Number(range[3]), Number(mean[1])];
    if (low >= high || (value >= low && value <= high)) return;
    const unit = unitOf(range[4]!);
    if (/[年月日时号期届]/u.test(unit.charAt(0)) || (mean[2] !== '' && unit !== '' && !isAlike(unit, mean[2]!))) return;
    const from = Math.max(start, at - REACH) + range.index;
    const meanAt = lead + mean[0].indexOf(mean[1]!);
    const rangeEnd = from + range[0].indexOf(range[3]!, range[1]!.length) + range[3]!.length;
    report(from, meanAt + mean[1]!.length, `平均值${mean[1]}不在${range[1]}～${range[3]}之内，请核实。`, {
      evidence: [
        { label: '范围', span: { start: from, end: rangeEnd }, value: `${range[1]}～${range[3]}` },
        { label: '平均值', span: { start: meanAt, end: meanAt + mean[1]!.length }, value: mean[1]! },
      ],
    });
  },
});

/** `最高1426米，最低218米，平均海拔562米`. */
function judgeExtremes({ text, start, end }: Passage, at: number, stop: number, report: Report): void {
  const from = Math.max(start, at - REACH, text.lastIndexOf('。', at) + 1);
  const extremes = EXTREMES.exec(text.slice(from, at));
  const mean =
    extremes &&
    /^[^\d。；，,每人户亩年月日递增]{0,6}(-?\d+(?:\.\d+)?)([^\d。；，,、～~—]{1,6})/u.exec(
      text.slice(stop, Math.min(end, stop + 24)),
    );
  if (extremes === null || mean === null || extremes[2] !== extremes[4] || !mean[2]!.startsWith(extremes[2]!)) return;
  const [one, other, value] = [Number(extremes[1]), Number(extremes[3]), Number(mean[1])];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  if (low === high || (value >= low && value <= high)) return;
  const begin = from + extremes.index;
  const meanEnd = stop + mean[0].length;
  report(begin, meanEnd, `平均值${mean[1]}不在${low}～${high}之内，请核实。`, {
    evidence: [
      { label: '最大与最小', value: `${low}～${high}` },
      { label: '平均值', span: { start: at, end: meanEnd }, value: text.slice(at, meanEnd) },
    ],
  });
}

function unitOf(words: string): string {
  return words.trim().split(/[，,、（(]/u)[0]!;
}

function isAlike(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) || one.startsWith(other) || other.startsWith(one);
}
