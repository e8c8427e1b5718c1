import { defineRule } from '../../../rule.ts';

/** How far before 党组 a name is read. */
const REACH = 12;

/** One Party group named both 某某办公室党组 and 某某办党组 (党组名称不一). */
export const rule = defineRule({
  id: 'names-party-group',
  family: 'names',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '同一党组名称前后一致',
  summary: '同一单位的党组，有的写“××办公室党组”，有的写“××办党组”，提请统一。',
  why: '同一机构、组织的名称全书应当唯一。',
  silent: '全书只有一种写法的，不报。',
  covers: ['LN-NAM-07'],
  exempt: ['title', 'errata'],
  checkBook({ volume: { text } }, report) {
    const long = findAll(text, '办公室党组');
    if (long.length === 0) return;
    const short = findAll(text, '办党组');
    for (const at of long) {
      const name = /[\u4e00-\u9fff]{2,}$/u.exec(text.slice(Math.max(0, at - REACH), at))?.[0];
      if (name === undefined) continue;
      const tail = name.slice(-4);
      const same = short.filter((place) => text.slice(Math.max(0, place - tail.length), place) === tail);
      const alike = long.filter((place) => text.slice(Math.max(0, place - tail.length), place) === tail);
      if (same.length === 0 || same.length < alike.length) continue;
      const other = same[0]!;
      report(at - tail.length, at + 5, `与他处的“${tail}办党组”写法不一，建议统一。`, {
        evidence: [{ label: '另一处', span: { start: other - tail.length, end: other + 3 } }],
      });
    }
  },
});

function findAll(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
