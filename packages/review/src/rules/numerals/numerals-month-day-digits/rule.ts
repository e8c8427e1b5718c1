import { defineRule } from '../../../rule.ts';

const NAMED =
  /^(?![级万亿千百%％米倍个元亩吨‰人])(?:汶川|芦山|九寨沟|玉树)?(?:特别重大|特重大|特大|重大|大)?[\u4e00-\u9fff]{0,3}(?:地震|洪灾|洪水|泥石流|事件|事故|火灾|惨案|专案|大案|案件|杀人案|抢劫案|消费者权益日|世界环境日|法制宣传日|国家宪法日|国际禁毒日|禁毒日|消防日|消防宣传日|艾滋病日|防灾减灾日|国家安全教育日|植树节|讲话|批示)/u;
const WRITTEN: Readonly<Record<string, string>> = {
  '315消费者': '3·15',
  '315晚会': '3·15',
  '911事件': '9·11',
  '911恐怖': '9·11',
  '512汶川': '5·12',
  '512特大': '5·12',
  '512地震': '5·12',
  '512大地震': '5·12',
  '119消防': '119',
};

/** Units of what is measured, by the code of their first character. */
const UNITS = new Set(
  [...'万亿千百公平米吨亩元倍个度级人克斤厘毫立岁年月日小时分秒'].map((unit) => unit.charCodeAt(0)),
);

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A Chinese character that is no unit, or the quotation mark after the day. */
function isNamePart(code: number): boolean {
  return code === 0x201d || (code >= 0x4e00 && code <= 0x9fa5 && !UNITS.has(code));
}

/** A day that has become a name without its middle dot (含月日的专名): 5.12地震, 315消费者权益日. */
export const rule = defineRule({
  id: 'numerals-month-day-digits',
  family: 'numerals',
  severity: 'error',
  norm: 'gbt15835-2011',
  clause: '5.1.6',
  title: '含月日的专名用间隔号和引号',
  summary: '含有月日的专名用阿拉伯数字时，月、日之间用间隔号并加引号，如“3·15”消费者权益日、“5·12”汶川特大地震。',
  why: '用下脚点会被读成小数，不用符号则月日不分。',
  silent: '只报后面接地震、事件、案件、宣传日等名称的；“8.0级地震”之类的小数不报。',
  covers: ['LN-NUM-18'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption'],
  words: [
    ...Object.keys(WRITTEN).filter((word) => WRITTEN[word] !== word.slice(0, 3)),
    ...[...'.．'].flatMap((mark) => Array.from({ length: 10 }, (_, digit) => `${digit}${mark}`)),
  ],
  checkWord({ text, start, end }, at, wordEnd, report) {
    const written = wordEnd - at > 2 ? WRITTEN[text.slice(at, wordEnd)] : undefined;
    if (written !== undefined) {
      if (at > start && /[\d“.·]/u.test(text.charAt(at - 1))) return;
      report(at, at + 3, '含月日的专名，月、日之间用间隔号并加引号。', { replacement: `“${written}”` });
      return;
    }
    let after = wordEnd;
    while (after < end && after < wordEnd + 3 && isDigit(text.charCodeAt(after))) after += 1;
    if (after === wordEnd || after > wordEnd + 2 || !isNamePart(text.charCodeAt(after))) return;
    const month = /(?<![\d.])(?:[1-9]|1[0-2])$/u.exec(text.slice(Math.max(start, at - 2), at + 1))?.[0];
    const day = /^(?:[12]\d|3[01]|[1-9])(?![\d.])/u.exec(text.slice(wordEnd, Math.min(end, wordEnd + 3)))?.[0];
    if (month === undefined || day === undefined) return;
    const from = at + 1 - month.length;
    const isQuoted = text[from - 1] === '“' && text[wordEnd + day.length] === '”';
    const to = wordEnd + day.length;
    if (!NAMED.test(text.slice(isQuoted ? to + 1 : to, Math.min(end, to + 14)))) return;
    const name = `${month}·${day}`;
    report(from, to, '含月日的专名，月、日之间用间隔号并加引号。', { replacement: isQuoted ? name : `“${name}”` });
  },
});
