import { defineRule } from '../../../rule.ts';

/** Vague time words (模糊时间词): first character → words, longest first; norms LN-VAG-01. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  今: ['今年', '今后'],
  去: ['去年'],
  前: ['前年'],
  明: ['明年'],
  目: ['目前'],
  当: ['当前'],
  近: ['近年来', '近年', '近期', '近日'],
  最: ['最近'],
  日: ['日前'],
  多: ['多年来'],
  长: ['长期以来'],
  现: ['现在'],
};

/** What makes the same characters another word: 题目前、过去年、年前年产、附近日、距县城最近. */
const NOT_BEFORE = /[过题项科节数附接邻证说表声清每\d一二三四五六七八九十年月日当如至相]/u;

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
    const word = WORDS[text.charAt(at)]?.find((candidate) => text.startsWith(candidate, at));
    if (word === undefined || at + word.length > end) return;
    if (at > start && NOT_BEFORE.test(text.charAt(at - 1))) return;
    if (word === '最近' && /[的点处距]/u.test(text.charAt(at + 2))) return;
    report(at, at + word.length, `“${word}”所指时间不明，建议写明具体年月日。`);
  },
});
