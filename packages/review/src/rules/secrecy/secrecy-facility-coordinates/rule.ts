import { sentenceAround } from '../../../dated/sentence-around.ts';
import { defineRule } from '../../../rule.ts';

const FACILITY =
  /军事|军用|营区|弹药|军火|雷达|导弹|靶场|人防工程|防空工事|战备|国防工程|输油管|输气管|油库|气库|炸药库|核设施|变电站|换流站|电力调度|水源地取水口|无线电台|发射台|通信枢纽|监狱|看守所|国界|界桩/u;
/** To the second, or to the fourth decimal of a degree. */
const PRECISE = /\d{1,3}[°度]\s*\d{1,2}[′'’分]\s*\d{1,2}(?:\.\d+)?\s*[″"”秒]|\d{2,3}\.\d{4,}\s*[°度]?/u;

/** Exact coordinates of a facility that is not to be located (要害设施坐标). */
export const rule = defineRule({
  id: 'secrecy-facility-coordinates',
  family: 'secrecy',
  severity: 'query',
  norm: 'state-secrets-law-2024',
  clause: '33',
  title: '要害设施的坐标',
  summary: '军事设施、人防工程、油库、管线、变电站等与精确到秒或小数四位的经纬度同句出现的，提请核对能否公开。',
  why: '要害设施的位置和走向属涉密事项，公开出版前须经审查。',
  silent: '县城、乡镇、山峰等一般地点的经纬度，不报。',
  covers: ['LN-SEC-02', 'LN-SEC-09'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'caption', 'table'],
  words: ['东经', '北纬', '经度', '纬度', '坐标'],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const sentence = sentenceAround(passage, start);
    const found = PRECISE.exec(text.slice(end, Math.min(sentence.end, end + 24)));
    if (found === null || found.index > 4) return;
    const whole = text.slice(sentence.start, sentence.end);
    if (!FACILITY.test(whole) || /东经|北纬|经度|纬度|坐标/u.test(text.slice(sentence.start, start))) return;
    report(start, end + found.index + found[0].length, '要害设施的精确坐标，请保密审查员核对能否公开。');
  },
});
