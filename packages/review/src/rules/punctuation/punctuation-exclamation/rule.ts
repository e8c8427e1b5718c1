import { defineRule } from '../../../rule.ts';

/** How far a speech may reach from the words that address its hearers. */
const SPEECH_REACH = 6000;
const ADDRESSES = ['各位代表', '各位委员'];
const SPEECH = /我们|各位|同志们|朋友们|让我|我省|我市|我县|奋斗|万岁|谢谢|你们|您/u;

/** An exclamation mark in plain record (陈述句用叹号). */
export const rule = defineRule({
  id: 'punctuation-exclamation',
  family: 'punctuation',
  severity: 'info',
  norm: 'error-criteria-2005',
  clause: '30',
  title: '记述文字不用叹号',
  summary: '志书、年鉴正文是平实的记述，陈述句末尾的叹号建议改为句号。',
  why: '叹号表达作者的感情，记述性文字应寓褒贬于叙事之中。',
  silent: '引文、口号、书名、讲话和歌词等照录文字里的不报。',
  covers: ['LN-PUN-32'],
  presets: ['yearbook', 'gazetteer'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn', 'errata'],
  habit: 20,
  on: '！',
  check({ text, start, end, block, volume }, at, report) {
    if (block.kind === 'paragraph' && at - start < 12 && end - at < 3) return;
    if (text[at + 1] === '！' || text[at - 1] === '！' || text[at + 1] === '”') return;
    if (SPEECH.test(text.slice(Math.max(start, at - 60), Math.min(end, at + 60)))) return;
    // A speech or a report read aloud addresses its hearers every few pages.
    const around = volume.text.slice(Math.max(0, at - SPEECH_REACH), at + SPEECH_REACH);
    if (ADDRESSES.some((words) => around.includes(words))) return;
    report(at, at + 1, '记述文字宜平实，叹号建议改为句号。', { replacement: '。' });
  },
});
