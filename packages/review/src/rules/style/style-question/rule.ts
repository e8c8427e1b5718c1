import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';

const LITERARY = /诗|词|歌|谣|谚|联|曲|艺文|文学|传说|故事|楹|赋|剧|方言|民俗|碑|演唱|口号|标语|序|贺/u;

/** A question or an exclamation outside quotations (疑问句、感叹句). */
export const rule = defineRule({
  id: 'style-question',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '用陈述句',
  summary: '正文句末为问号、叹号的，建议改为陈述句。',
  why: '志鉴用记述体，不设问、不抒情。',
  silent: '引号、括号内的话和诗词、歌谣、传说、方言、碑文、照录的文献、署名的序跋不报；对话多的段落不报。',
  covers: ['GZ-WRT-02'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  on: '？！',
  blocks: ['paragraph'],
  check(passage, at, report) {
    const { text, start, end, volume, block } = passage;
    // Verse stands in short lines, speech in paragraphs with quotation marks.
    if (end - start < 6 || /[“”"「]/u.test(text.slice(Math.max(start, at - 160), Math.min(end, at + 40)))) return;
    if (at + 1 < end && /[？！）)”』」～—]/u.test(text.charAt(at + 1))) return;
    if (/[（(\d]/u.test(text.charAt(at - 1))) return;
    for (let node = block.node; node > 0; node = volume.nodes[node]!.parent) {
      if (LITERARY.test(volume.nodes[node]!.title)) return;
    }
    if (isForeword(passage)) return;
    const mark = text.charAt(at) === '？' ? '问号' : '叹号';
    const from = Math.max(start, at - 12);
    const clause = /[^，。；：、？！]*$/u.exec(text.slice(from, at))![0];
    report(at - clause.length, at + 1, `句末用${mark}，建议改为陈述句。`);
  },
});
