import { defineRule } from '../../../rule.ts';

/** A level of secrecy as it is marked on a paper: 机密★1年, 秘密★, 密级：机密. */
const STARRED = /^(?:级)?\s*[★☆*＊]/u;

/** Marks of secrecy and of inner circulation left in the text (密级标志). */
export const rule = defineRule({
  id: 'secrecy-classification-mark',
  family: 'secrecy',
  severity: 'query',
  norm: 'state-secrets-law-2024',
  clause: '33',
  title: '密级和内部标识',
  summary: '文中留有“机密★”“密级：”“内部资料 注意保存”“内部参阅”等标识的，提请保密审查员核对该段来源。',
  why: '标有密级或内部标识的材料未经审查不得编入公开出版物。',
  silent: '谈到保密工作、绝密级考务、商业秘密等一般行文，不报。',
  covers: ['LN-SEC-10'],
  exempt: [],
  blocks: ['paragraph', 'note', 'caption', 'heading', 'table'],
  words: [
    '绝密',
    '机密',
    '秘密',
    '密级：',
    '密级:',
    '内部资料',
    '内部文件',
    '内部参阅',
    '内部参考',
    '内部刊物',
    '内部发行',
    '仅供内部',
    '不得外传',
    '注意保存',
    '严禁外传',
    '工作秘密',
  ],
  checkWord({ text, start: first, end: last }, start, end, report) {
    const word = text.slice(start, end);
    const behind = text.slice(end, Math.min(last, end + 10));
    const whole = text.slice(first, last).trim();
    if (word.startsWith('密级')) {
      if (/^\s*(?:绝密|机密|秘密|内部)/u.test(behind)) report(start, end + 2, MESSAGE);
      return;
    }
    if (/^(?:绝密|机密|秘密|工作秘密)$/u.test(word)) {
      const starred = STARRED.exec(behind);
      if (starred !== null) report(start, end + starred[0].length, MESSAGE);
      else if (whole === word) report(start, end, MESSAGE);
      return;
    }
    // A mark stands by itself or in brackets; in running text the same words are spoken about.
    const marked =
      whole.length <= 20 ||
      (/[（(【[]\s*$/u.test(text.slice(Math.max(first, start - 2), start)) && /^[^，。]{0,8}[）)】\]]/u.test(behind));
    if (!marked || /[《》]/u.test(whole) || text.slice(first, start).includes('内部')) return;
    if (
      /^(?:内部发行|内部刊物|内部参考|内部文件|内部资料)$/u.test(word) &&
      !/^\s*(?:$|[，,、；;\s]*(?:注意|严禁|请勿|不得|妥善|禁止)|[）)】\]])/u.test(behind)
    )
      return;
    report(start, end, MESSAGE);
  },
});

const MESSAGE = '疑为密级或内部标识，请保密审查员核对该处材料能否公开。';
