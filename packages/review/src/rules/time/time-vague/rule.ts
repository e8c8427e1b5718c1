import { defineRule } from '../../../rule.ts';

/** Vague time words (模糊时间词); norms LN-VAG-01. */
const WORD = /今[年后]|[去前明]年|目前|当前|近年来?|近[期日]|最近|日前|多年来|长期以来|现在/uy;

/** What makes the same characters another word: 题目前、过去年、年前年产、附近日、距县城最近. */
const NOT_BEFORE = /[过题项科节数附接邻证说表声清每出实体\d一二三四五六七八九十年月日当如至相—]/u;

/** What makes the head of a longer phrase: 环保日前后、会议确定今后五年、规划近期至、每年明年均. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  日前: /^后/u,
  今后: /^[一二三四五六七八九十几\d]/u,
  近期: /^(?:至|规划|、|目标)/u,
  明年: /^[均用产引间度]/u,
  前年: /^[均用产引间度]/u,
  最近: /^[的点处距]/u,
};

/** A time word that means something else when the book is read (时间词含混): 今年、目前. */
export const rule = defineRule({
  id: 'time-vague',
  family: 'time',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '时间词写明年月日',
  summary:
    '“今年”“去年”“目前”“近年来”等随读者所处时间而变，建议写明具体年月日。引文、特载、文献等照录部分和简报不在此列。',
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  on: '今去前明目当近最日多长现',
  check({ text, start, end }, at, report) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined || at + word.length > end) return;
    if (at > start && NOT_BEFORE.test(text.charAt(at - 1))) return;
    if (NOT_AFTER[word]?.test(text.slice(at + word.length, at + word.length + 2))) return;
    report(at, at + word.length, `“${word}”所指时间不明，建议写明具体年月日。`);
  },
});
