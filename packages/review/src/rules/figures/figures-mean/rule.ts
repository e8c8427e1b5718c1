import { defineRule } from '../../../rule.ts';

const RANGE =
  /(?<![\d.])(\d+(?:\.\d+)?) ?([^\d～~—。；，,]{0,8})[～~—至] ?(\d+(?:\.\d+)?)([^\d。；，,]{0,10})[，,、]?(?![^。；，,\d]*其中)[^。；，,\d]{0,6}$/u;
const MEAN = /^(?:均|均值|均数|均含量|均浓度|均检出值|值)[^\d。；，,]{0,6}?(\d+(?:\.\d+)?) ?([^\d。；，,、]{0,8})/u;
const REACH = 60;

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
  checkWord({ text, start, end }, at, stop, report) {
    if (text.charAt(at - 1) === '平') return;
    const range = RANGE.exec(text.slice(Math.max(start, at - REACH), at));
    if (range === null) return;
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

function unitOf(words: string): string {
  return words.trim().split(/[，,、（(]/u)[0]!;
}

function isAlike(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) || one.startsWith(other) || other.startsWith(one);
}
