import { defineRule } from '../../../rule.ts';

const HAN = /[\u4e00-\u9fff]/u;

/** Characters that were lost on the way (缺字、乱码): �、■, and □ within a sentence. */
export const rule = defineRule({
  id: 'typos-broken-character',
  family: 'typos',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '缺字、乱码',
  summary: '文字转换、识别时丢失的字（�、■、〓），以及夹在汉字之间的“□”，请补字。',
  why: '转换留下的空字印出来就是缺字。',
  silent: '引文、碑文中表示字迹不清的“□”，表单中供勾选的“□”，不报。',
  covers: ['WORD-D-7'],
  exempt: ['errata'],
  on: '\ufffd■〓□',
  blocks: ['paragraph', 'note', 'caption', 'heading'],
  check({ text, start, end, block }, at, report) {
    const mark = text.charAt(at);
    if (mark !== '\ufffd') {
      if (at === start || at + 1 >= end || !HAN.test(text.charAt(at - 1)) || !HAN.test(text.charAt(at + 1))) return;
      // Inscriptions write □ for what cannot be read, forms for what is to be ticked: more than one in a paragraph.
      if (mark === '□' && (block.kind !== 'paragraph' || countMarks(text, start, end) > 1)) return;
    }
    if (mark === text.charAt(at - 1)) return;
    report(at, at + 1, `“${mark}”处疑缺字，请补。`);
  },
});

function countMarks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('□', start); at >= 0 && at < end; at = text.indexOf('□', at + 1)) count += 1;
  return count;
}
