import { defineRule } from '../../../rule.ts';

const NAMES = '日一二三四五六';
const WORDS = ['星期', '礼拜', '周'].flatMap((head) => [...`${NAMES}天`].map((name) => head + name));
const BEFORE =
  /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[上下]午|早晨|晚上?|清晨|凌晨|夜|当天)?[（(，、]?(?:农历[^（）()]{3,8}[，、])?$/u;

/** A date and a weekday beside it that do not agree (星期不符): 2020年1月1日（星期四）. */
export const rule = defineRule({
  id: 'dates-weekday',
  family: 'dates',
  severity: 'error',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '日期与星期相符',
  summary: '公历日期后紧接的星期几，按历法推算，不符的报。',
  why: '日期或星期必有一误，活动的时间就不准。',
  silent: '没有年份的日期，除设了年鉴记述年份以外不报；不紧接的不报。',
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'table', 'caption'],
  words: WORDS,
  checkWord({ text, start, settings }, at, last, report) {
    if (!/[日午晨晚夜天（(，、]/u.test(text.charAt(at - 1))) return;
    const from = Math.max(start, at - 30);
    const found = BEFORE.exec(text.slice(from, at));
    if (found === null) return;
    const year = found[1] === undefined ? settings.recordedYear : Number(found[1]);
    if (year === undefined || year < 1900) return;
    const [month, day] = [Number(found[2]), Number(found[3])];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return;
    const printed = text.charAt(last - 1) === '天' ? '日' : text.charAt(last - 1);
    const computed = NAMES.charAt(date.getUTCDay());
    if (printed === computed) return;
    report(from + found.index, last, `${year}年${month}月${day}日是星期${computed}，与文中不符，请核实。`, {
      evidence: [{ label: '推算星期', value: `星期${computed}` }],
    });
  },
});
