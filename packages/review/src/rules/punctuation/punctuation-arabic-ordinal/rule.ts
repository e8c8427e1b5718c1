import { defineRule } from '../../../rule.ts';

/** An enumeration comma after an Arabic ordinal at the head of a paragraph (阿拉伯数字序次语后误用顿号): 1、. */
export const rule = defineRule({
  id: 'punctuation-arabic-ordinal',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: 'B.3.3',
  title: '阿拉伯数字序次语后用下脚点',
  summary: '段首、标题首的“1”“2”作序次语时后面用下脚点，不用顿号。',
  why: '阿拉伯数字后用顿号，会读成并列的数。',
  silent: '“1、2号机组”等并列、已用下脚点的不报。全书都用顿号的只提示一次。',
  covers: ['LN-PUN-07'],
  exempt: ['errata'],
  habit: 20,
  blocks: ['paragraph', 'note', 'heading'],
  checkPassage({ text, start, end }, report) {
    const first = text.charCodeAt(start);
    if (first < 0x31 || first > 0x39) return;
    const ordinal = ORDINAL.exec(text.slice(start, Math.min(end, start + 4)))?.[1];
    if (ordinal === undefined) return;
    report(start, start + ordinal.length + 1, '阿拉伯数字序次语后误用顿号，建议改用下脚点。', {
      replacement: `${ordinal}.`,
    });
  },
});

const ORDINAL = /^([1-9]\d?)、[\u4e00-\u9fff“《]/u;
