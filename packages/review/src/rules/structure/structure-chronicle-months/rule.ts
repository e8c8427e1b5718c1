import { defineRule } from '../../../rule.ts';

const CHRONICLE = /大\s*事\s*[记纪]/u;

/** Months of the year that a chronicle leaves empty (大事记缺月). */
export const rule = defineRule({
  id: 'structure-chronicle-months',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '年鉴大事记各月均有事',
  summary: '年鉴大事记中某月没有一条记事的，请核对是否漏记。',
  why: '一整月没有大事，多是漏收或漏排。',
  silent: '大事记所记不足六个月的散稿不查；志书编年大事记不查。',
  covers: ['YB-CHR-07'],
  exempt: [],
  presets: ['yearbook'],
  checkBook({ volume: { text, nodes } }, report) {
    const chronicle = nodes.find(({ title }) => CHRONICLE.test(title));
    if (chronicle === undefined) return;
    const body = text.slice(chronicle.start, chronicle.end);
    const months = new Set<number>();
    for (const found of body.matchAll(/^(?:[△▲●■【\s]*)(?:(\d{1,2})|([一二三四五六七八九十]{1,2}))月/gmu)) {
      const month = found[1] === undefined ? '〇一二三四五六七八九十'.indexOf(found[2]!) : Number(found[1]);
      months.add(found[2] === '十一' ? 11 : found[2] === '十二' ? 12 : month);
    }
    if (months.size < 6) return;
    const missing = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !months.has(month));
    if (missing.length === 0) return;
    const end = chronicle.start + chronicle.title.length;
    report(
      chronicle.start,
      end,
      `大事记未见${missing.map((month) => `${month}月`).join('、')}的记事，请核对是否漏记。`,
    );
  },
});
