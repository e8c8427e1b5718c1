import forms from '../../../lexicons/organ-forms.json' with { type: 'json' };
import { defineRule } from '../../../rule.ts';

const FORMS: ReadonlyMap<string, string> = new Map(forms.map(({ wrong, right }) => [wrong, right]));

/** Names of organs with a wrong link or character: 发展与改革委员会、退役军人事物局 (机构名称误写). */
export const rule = defineRule({
  id: 'names-organ-form',
  family: 'names',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '机构名称的写法',
  summary: '机构名称中“和”误作“与”、错字、漏字（发展与改革局、人民检查院、退役军人事物局等），提请按批复名称核对。',
  why: '机构名称以批复文件为准，一字之差就不是同一名称。',
  silent: '书名号内的文件名，“住房与城乡建设事业”等并非机构名称的，不报。',
  covers: ['LN-NAM-02', 'LN-NAM-12'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'caption', 'table', 'heading'],
  words: [...FORMS.keys()],
  checkWord({ text, start: first }, start, end, report) {
    const word = text.slice(start, end);
    if (word.startsWith('检查') && start > first && /[人民]/u.test(text.charAt(start - 1))) return;
    // 发展改革委会同水利部: 会 belongs to what follows.
    if (word.endsWith('会') && /^[同商议谈签晤见]/u.test(text.charAt(end))) return;
    report(start, end, `机构名称建议核对，一般为“${FORMS.get(word)!}”。`);
  },
});
