import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';
import { listWords } from '../../../wording/list-words.ts';

const WORDS = listWords(
  '今年以来 今年 去年 前年 明年 今后 目前 当前 近期 近日 近年 近年来',
  '近几年 近几年来 近些年 近些年来 最近几年 最近 日前 多年来 长期以来 一直以来',
  '截至目前 截止目前 到目前为止 现在 如今 现今 当今 眼下 时下 至今 迄今 迄今为止',
  '前不久 不久前 这几年 早些年 前些年 前几年 此前 早在',
);

/** What makes the same characters another word: 题目前、过去年、年前年产、附近日、距县城最近、流传至今. */
const NOT_BEFORE = /[过题项科节数附接邻证说表声清每出实体\d一二三四五六七八九十年月日当如至相—及以之最远百千文应]/u;
const NOT_BEFORE_BY: Readonly<Record<string, RegExp>> = {
  至今: /[传用续留存承袭古夏冬]$/u,
  如今: /[有到在不即至]$/u,
  时下: /[及同随当临定按到]$/u,
  此前: /[在因以从故]$/u,
  当今: /[应担]$/u,
  当前: /[立着]足$|于$/u,
  今后: /[求望保]$/u,
  现在: /[实体表出呈发兑显展再涌浮闪]$/u,
  早在: /[春夏秋冬最]$/u,
  近日: /[接附]$/u,
};

/** What makes the head of a longer phrase: 环保日前后、会议确定今后五年、规划近期至、每年明年均、至今不衰. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  日前: /^[后往夕]/u,
  今后: /^[一二三四五六七八九十几\d]/u,
  近期: /^(?:至|规划|、|目标|控制|建设|末|水平)/u,
  明年: /^[均用产引间度号]/u,
  前年: /^[均用产引间度份]/u,
  去年: /^[代轻龄度]/u,
  今年: /^[轻龄]/u,
  当前: /^往/u,
  最近: /^[的点处距一于]/u,
  至今: /^[不仍未犹日年天晨]/u,
  时下: /^[达发降跌]/u,
  近日: /^[点行]/u,
  此前: /^(?:提|后)/u,
  目前: /^[一]/u,
  早在: /^(?:\d|[清明宋元唐汉隋晋秦商周夏民春战]|新石器|上世纪|公元|\s)/u,
  现在: /^(?:时|完成)/u,
};

/** A time word that means something else when the book is read (时间词含混): 今年、目前. */
export const rule = defineRule({
  id: 'time-vague',
  family: 'time',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '时间词写明年月日',
  summary: '“今年”“去年”“目前”“近年来”“至今”等随读者所处时间而变，建议写明具体年月日。',
  why: '志鉴供后人长期使用，读者不知道“目前”是哪一年。',
  silent: '引文、书名、照录的文献和署名的序跋不报；会议所定“今后五年”、“流传至今”“出现在”等不报；简报不查。',
  covers: ['LN-VAG-01', 'GZ-PER-04'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  words: WORDS,
  checkWord(passage, wordStart, wordEnd, report) {
    const { text, start, end } = passage;
    const word = text.slice(wordStart, wordEnd);
    const before = text.slice(Math.max(start, wordStart - 2), wordStart);
    if (word !== '至今' && NOT_BEFORE.test(before.slice(-1))) return;
    if (NOT_BEFORE_BY[word]?.test(before)) return;
    // 生日前、小时下: these two begin a clause.
    if (/^[日时][前下]$/u.test(word) && /[\u4e00-\u9fff]$/u.test(before)) return;
    if (NOT_AFTER[word]?.test(text.slice(wordEnd, Math.min(end, wordEnd + 3)))) return;
    if (isForeword(passage)) return;
    report(wordStart, wordEnd, `“${word}”所指时间不明，建议写明具体年月日。`);
  },
});
