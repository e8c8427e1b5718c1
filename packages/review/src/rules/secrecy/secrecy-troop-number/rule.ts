import { defineRule } from '../../../rule.ts';

/** The number of a unit: 五位代号＋部队, 武警＋四位数; not the enemy's units of the war. */
export const rule = defineRule({
  id: 'secrecy-troop-number',
  family: 'secrecy',
  severity: 'query',
  norm: 'state-secrets-law-2024',
  clause: '33',
  title: '部队番号与代号',
  summary: '出现部队代号（五位数字的“×××××部队”）、当代的集团军、旅团番号和驻地的，提请核对能否公开，可写“驻×部队”。',
  why: '部队番号、代号、驻地、装备等属涉密事项，公开出版前须经审查。',
  silent: '1949年以前的部队番号、书名号内的，不报。',
  covers: ['LN-SEC-01'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'caption', 'table', 'heading'],
  habit: 10,
  words: ['部队', '分队代号', '部队代号', '部队番号'],
  checkWord({ text, start: first }, start, end, report) {
    if (end - start > 2) {
      if (/^[:：为是]/u.test(text.slice(end, end + 1))) report(start, end, MESSAGE);
      return;
    }
    const before = text.slice(Math.max(first, start - 14), start);
    const found =
      /(?<![\d.,，．])([\d０-９]{5})\s*$/u.exec(before) ??
      /(?:武警|解放军|驻军|空军|海军|火箭军|二炮|陆军|预备役)[^，。、\d]{0,4}([\d０-９]{3,6})\s*$/u.exec(before);
    if (found === null) return;
    report(start - found[0].length, end, MESSAGE);
  },
});

const MESSAGE = '疑为部队代号，请保密审查员核对能否公开。';
