import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

/** So many make a habit of the book, which consistency-entry-marker tells. */
const MANY = 10;

/** Entries marked in two ways (条目标识不一): 【概况】 and [概况]. */
export const rule = defineRule({
  id: 'structure-title-mark',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '条目标识全书统一',
  summary: '同一书中条目标题有的用【】，有的用[ ]、〔〕，用得少的一种报出，建议统一。',
  why: '标识不一，条目层次就难辨认，排版时也会漏排标题。',
  silent: '全书只用一种的不报；多数写法达十处、或已选定写法的，由“条目标识统一”检查；年号〔2020〕、注码[1]不算条目。',
  covers: ['YB-TTL-18'],
  exempt: ['verbatim'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  checkBook({ read, settings }, report) {
    if (settings.houseStyle?.entryMarker !== undefined) return;
    const entries = read(listTitles).filter(({ mark }) => mark !== '');
    const counts = new Map<string, number>();
    for (const { mark } of entries) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    if (counts.size < 2) return;
    const [usual, most] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    if (most >= MANY) return;
    for (const { mark, start, end } of entries) {
      if (mark === usual) continue;
      report(start - 1, end + 1, `条目标识“${mark}”与全书多数条目的“${usual}”不一，建议统一。`);
    }
  },
});
