import { defineRule } from '../../../rule.ts';

const RUN = /[０-９]+(?:[．][０-９]+)*[％]?|[Ａ-Ｚａ-ｚ]+/uy;

/** Full-width digits and letters (全角数字、字母). */
export const rule = defineRule({
  id: 'numerals-full-width',
  family: 'numerals',
  severity: 'warning',
  norm: 'gbt15835-2011',
  clause: '5.1.7',
  title: '阿拉伯数字、拉丁字母用半角',
  summary: '阿拉伯数字和拉丁字母一律用半角字形，全角的建议改为半角。',
  why: '全角数字检索不到、排不齐，也不能直接计算。',
  silent: '书名里的不报；全书都用全角的只提示一次。',
  covers: ['LN-PUN-45'],
  exempt: ['title'],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading', 'table', 'caption'],
  on: '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
  check({ text, start }, at, report) {
    if (at > start && isWide(text.charCodeAt(at - 1))) return;
    if (at - 1 > start && text[at - 1] === '．' && /[０-９]/u.test(text.charAt(at - 2))) return;
    // 二Ｏ〇八 is a matter of its own.
    if (text[at] === 'Ｏ' && /[一二三四五六七八九〇]/u.test(text.charAt(at - 1))) return;
    RUN.lastIndex = at;
    const run = RUN.exec(text)?.[0];
    if (run === undefined) return;
    report(at, at + run.length, '用了全角数字或字母，建议改为半角。', {
      replacement: run.replace(/[０-９．％Ａ-Ｚａ-ｚ]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)),
    });
  },
});

function isWide(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}
