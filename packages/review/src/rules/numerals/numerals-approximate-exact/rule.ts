import { defineRule } from '../../../rule.ts';

const EXACT = /\d{2,}[1-9](?:人|户|名|个|家|辆|头|只|件|册|棵|株|座|所|间|次|万?元(?!\/))/uy;

/** 约 before a number counted to the last unit (确数前加“约”): 约1234人. */
export const rule = defineRule({
  id: 'numerals-approximate-exact',
  family: 'numerals',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '19',
  title: '确数前不加“约”',
  summary: '数到个位的人数、户数、件数是确数，前面不加“约”“近”。',
  why: '既是约数就不会精确到个位，两者必有一误。',
  silent: '长度、面积等测量值和小数不报；两位以下的数不报。',
  covers: ['LN-NUM-31'],
  exempt: ['quotation', 'title', 'solemn', 'errata'],
  words: ['约', '近'].flatMap((mark) => [...'123456789'].map((digit) => mark + digit)),
  checkWord({ text, start, end }, at, wordEnd, report) {
    if (at > start && /[公条签合签制最附靠临]/u.test(text.charAt(at - 1))) return;
    EXACT.lastIndex = wordEnd - 1;
    const found = EXACT.exec(text);
    if (found === null || wordEnd - 1 + found[0].length > end) return;
    // 约125人 is a rough 120 to 130; only four digits and more are certainly counted.
    if (!/^\d{4,}/u.test(found[0]) || /^\d+5[^\d]/u.test(found[0])) return;
    report(at, wordEnd - 1 + found[0].length, '数到个位的是确数，不宜加“约”“近”，请核对。');
  },
});
