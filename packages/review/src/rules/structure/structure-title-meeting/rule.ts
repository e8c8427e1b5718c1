import { listTitles, type Title } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const VERBAL = /^(?:召开|举办|举行|组织召开)[\u4e00-\u9fff“”《》]{2,}|(?:召开|举行|开幕|闭幕)$/u;
const NOMINAL = /(?:会议|大会|全会|工作会|座谈会|推进会|动员会|表彰会|常务会|例会)$/u;

/** Meetings titled in two ways under one head (会议标题动静不一). */
export const rule = defineRule({
  id: 'structure-title-meeting',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '同一分目会议标题的写法统一',
  summary: '同一分目下，有的标题写“××会议”，有的写“××会议召开”“召开××会议”，建议统一为名词性标题。',
  why: '同类标题句式不一，目录显得零乱，索引首词也不齐。',
  silent: '同一分目全用一种写法的不报；大事记不报。',
  covers: ['YB-TTL-07'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle'],
  presets: ['yearbook', 'gazetteer'],
  checkBook({ read }, report) {
    const byParent = new Map<number, Title[]>();
    for (const title of read(listTitles)) {
      if (!title.text.includes('会') || !(VERBAL.test(title.text) || NOMINAL.test(title.text))) continue;
      byParent.set(title.parent, [...(byParent.get(title.parent) ?? []), title]);
    }
    for (const titles of byParent.values()) {
      const nominal = titles.find(({ text }) => !VERBAL.test(text));
      if (nominal === undefined) continue;
      for (const { text, start, end } of titles) {
        if (!VERBAL.test(text)) continue;
        report(start, end, '会议标题句式与同一分目的其他标题不一，建议统一为名词性标题。', {
          evidence: [{ label: '另一种写法', span: { start: nominal.start, end: nominal.end } }],
        });
      }
    }
  },
});
