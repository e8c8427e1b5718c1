import { defineRule } from '../../../rule.ts';
import type { Block } from '../../../volume.ts';

const COMMAS = 12;
const LENGTH = 240;

/** The last full stop that was looked at, and its block. */
let lastBlock: Block | undefined;
let lastStop = 0;

/** A sentence that runs on through commas (一逗到底). */
export const rule = defineRule({
  id: 'punctuation-long-sentence',
  family: 'punctuation',
  severity: 'info',
  norm: 'error-criteria-2005',
  clause: '25',
  title: '不一逗到底',
  summary: '一句里连用十二个以上逗号、长过二百四十字而没有分号、冒号的，建议按意思断句。',
  why: '句子过长，主语和时间一再变换，读者难以把握。',
  silent: '有分号、冒号分层的，引文和照录的文件不报。',
  covers: ['LN-PUN-41'],
  off: '在哪里断句要按意思定，长句也未必是差错；通读时需要再启用。',
  exempt: ['quotation', 'verbatim', 'solemn', 'errata'],
  on: '。',
  check({ text, block, start }, at, report) {
    // Nearly every sentence is shorter than the one before it lets it be: no need to read it.
    // The same block may be read again from its beginning: in another review, or after an edit.
    const opened = block === lastBlock && lastStop < at ? lastStop : start - 1;
    lastBlock = block;
    lastStop = at;
    if (at - opened < LENGTH) return;
    let commas = 0;
    let from = at - 1;
    for (; from >= start; from -= 1) {
      const mark = text.charCodeAt(from);
      if (mark === 0x3002 || mark === 0xff01 || mark === 0xff1f) break;
      if (mark === 0xff1b || mark === 0xff1a || at - from > 1000) return;
      if (mark === 0xff0c) commas += 1;
    }
    if (commas < COMMAS || at - from < LENGTH) return;
    report(from + 1, at + 1, '一句连用逗号过多，建议按意思断句。');
  },
});
