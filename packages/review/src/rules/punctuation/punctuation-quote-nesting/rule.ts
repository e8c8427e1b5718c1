import { defineRule, type Report } from '../../../rule.ts';

const REACH = 200;

/** Single quotation marks outside, or none around them (单双引号用反): ‘甲’. */
export const rule = defineRule({
  id: 'punctuation-quote-nesting',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: '4.8.3.4',
  title: '引号外双内单',
  summary: '引号外面一层用双引号，里面一层用单引号；单引号外面没有双引号的、前后颠倒的（’甘露‘）提示。',
  why: '单双引号用反，读者会以为前面漏了一层引文。',
  silent: '省年号、撇号和英文里的单引号，法规修改决定里“本条所称‘……’”以及双引号在二百字以外的不报。',
  covers: ['LN-PUN-17'],
  exempt: ['title', 'errata'],
  habit: 20,
  on: '‘',
  check({ text, start, end }, at, report) {
    if (at + 1 >= end || !/[\u4e00-\u9fff“]/u.test(text.charAt(at + 1))) return;
    const length = text.slice(at + 1, Math.min(end, at + 60)).indexOf('’');
    if (length < 0) {
      reportReversed(text, start, at, report);
      return;
    }
    const close = at + 1 + length;
    // 本条所称‘…’ stands in an amendment whose outer quotation marks are paragraphs away.
    if (/(?:称|规定)的?$/u.test(text.slice(Math.max(start, at - 3), at))) return;
    const from = Math.max(start, at - REACH);
    let depth = 0;
    for (let place = at - 1; place >= from; place -= 1) {
      const mark = text.charCodeAt(place);
      if (mark === 0x201d) depth += 1;
      else if (mark === 0x201c && (depth -= 1) < 0) return;
    }
    if (from > start) return;
    const inner = text.slice(at + 1, close);
    const isReversed = inner.startsWith('“') && inner.endsWith('”');
    report(at, close + 1, isReversed ? '单双引号用反，应外双内单。' : '外层引号应用双引号。', {
      replacement: isReversed ? `“‘${inner.slice(1, -1)}’”` : /[“”‘]/u.test(inner) ? undefined : `“${inner}”`,
    });
  },
});

const HAN = /[\u4e00-\u9fff]/u;

/** ’甘露‘: the closing one stands first, between Han characters, where no single mark is open. */
function reportReversed(text: string, start: number, at: number, report: Report): void {
  const earlier = text.slice(Math.max(start, at - 30), at);
  const closing = earlier.indexOf('’');
  if (closing < 1 || earlier.includes('‘') || !HAN.test(earlier.charAt(closing - 1))) return;
  const inner = earlier.slice(closing + 1);
  if (inner === '' || !/^[\u4e00-\u9fff、]+$/u.test(inner)) return;
  report(at - inner.length - 1, at + 1, '单引号前后颠倒，请核对。', { replacement: `‘${inner}’` });
}
