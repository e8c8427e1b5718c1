import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { listTitles, type Title } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const OVERVIEW = /^(?:概况|综述|概述|基本情况|总体情况|总况|概貌|综合情况)$/u;

/** So many make a habit of the book, which consistency-overview tells. */
const MANY = 10;

/** First entries that go by several names (首条名称不一): 概况 here, 综述 there. */
export const rule = defineRule({
  id: 'structure-first-entry',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '综述性首条名称统一',
  summary: '各分目的首条有的叫“概况”，有的叫“综述”“概述”“基本情况”，报用得少的，建议全书统一。',
  why: '同一种条目名称不一，读者查找和逐年比较都不便。',
  silent:
    '全书只用一种的不报；多数写法达十处、或已选定写法的，由“概况条目的名称统一”检查；“农业概况”等带限定的标题不计；大事记、人物、附录等部分不查。',
  covers: ['YB-FRM-13'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook'],
  habit: 20,
  checkBook({ volume, read, settings }, report) {
    if (settings.houseStyle?.overview !== undefined) return;
    const byName = new Map<string, Title[]>();
    for (const title of read(listTitles)) {
      if (!OVERVIEW.test(title.text) || (title.level === 1 && title.mark === '') || !isRegularPart(volume, title.node))
        continue;
      byName.set(title.text, [...(byName.get(title.text) ?? []), title]);
    }
    if (byName.size < 2) return;
    const usual = [...byName].sort((a, b) => b[1].length - a[1].length)[0]![0];
    if (byName.get(usual)!.length >= MANY) return;
    for (const [name, titles] of byName) {
      if (name === usual) continue;
      for (const { start, end } of titles) {
        report(start, end, `首条名称“${name}”与全书多数的“${usual}”不一，建议统一。`, {
          evidence: [
            { label: `“${usual}”`, value: `${byName.get(usual)!.length}处` },
            { label: `“${name}”`, value: `${titles.length}处` },
          ],
        });
      }
    }
  },
});
