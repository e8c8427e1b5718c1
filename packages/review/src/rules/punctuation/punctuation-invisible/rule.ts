import { defineRule } from '../../../rule.ts';

/** Characters that are not seen but are there (看不见的字符): control characters, zero-width spaces, marks of direction. */
export const rule = defineRule({
  id: 'punctuation-invisible',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '看不见的控制字符',
  summary: '文字中夹有看不见的控制字符、零宽字符，建议删去。',
  why: '屏幕上看不见，检索、排序、统计字数时却会出错，排版时可能变成空格或乱码。',
  silent: '换行、制表符，少数民族文字和表情符号中的连接符，不报；全书很多的只提示一次。',
  covers: ['WORD-D-7'],
  exempt: [],
  habit: 20,
  on: `\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f\u000b\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff`,
  blocks: ['paragraph', 'note', 'caption', 'heading'],
  check({ text, start, end }, at, report) {
    // A paragraph of nothing else is an empty line of a web page.
    if (end - start < 3) return;
    const code = text.charCodeAt(at);
    if (at > start && text.charCodeAt(at - 1) === code) return;
    // Joiners belong to Uyghur, Tibetan and to composed pictures.
    const isJoiner = code === 0x200c || code === 0x200d;
    if (isJoiner && !(HAN.test(text.charAt(at - 1)) && HAN.test(text.charAt(at + 1)))) return;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    report(at, at + 1, `此处有看不见的控制字符（${name}），建议删去。`, { replacement: '' });
  },
});

const HAN = /[\u4e00-\u9fff]/u;
