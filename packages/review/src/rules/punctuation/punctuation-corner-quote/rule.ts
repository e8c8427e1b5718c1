import { defineRule } from '../../../rule.ts';

const REACH = 60;

/** Corner brackets used as quotation marks in horizontal text (横排用了直角引号): 「老龙沟」. */
export const rule = defineRule({
  id: 'punctuation-corner-quote',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '横排用弯引号',
  summary: '横排简体文字中的直角引号（「」『』）建议改为“”‘’。',
  why: '直角引号用于竖排，横排书中与弯引号混用，全书不一致。',
  silent: '不成对的、里面没有汉字的、日文假名，不报；全书都用直角引号的只提示一次。',
  covers: ['LN-PUN-17'],
  exempt: ['errata'],
  habit: 5,
  on: '「『',
  check({ text, end }, at, report) {
    const isOuter = text[at] === '「';
    const length = text.slice(at + 1, Math.min(end, at + REACH)).indexOf(isOuter ? '」' : '』');
    if (length <= 0) return;
    const inner = text.slice(at + 1, at + 1 + length);
    if (!/[\u4e00-\u9fff]/u.test(inner) || /[\u3040-\u30ff「『]/u.test(inner)) return;
    const isNested = !isOuter && /「[^」]*$/u.test(text.slice(Math.max(0, at - REACH), at));
    report(at, at + length + 2, '横排文字用了直角引号，建议改为弯引号。', {
      replacement: isNested ? `‘${inner}’` : `“${inner}”`,
    });
  },
});
