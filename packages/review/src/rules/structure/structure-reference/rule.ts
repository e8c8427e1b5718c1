import { listFigureNumbers } from '../../../across/list-figure-numbers.ts';
import { readSteps, resolveChapter } from '../../../across/resolve-chapter.ts';
import { listTitles, type Title } from '../../../outline/list-titles.ts';
import { defineRule, type Passage, type Report } from '../../../rule.ts';

const NUMERAL = '第[一二三四五六七八九十百零〇\\d]{1,4}[编篇卷章节]';
/** 第三编第二章, 第三编《农业》第二章, with the title that may follow in marks. */
const STEPS = new RegExp(
  `(${NUMERAL}(?:[《“]?[^，。；、（）()《》“”第\\n]{0,12}[》”]?${NUMERAL}){0,2})(?:[《“]([^《》“”\\n]{2,20})[》”])?(?!第|[^，。）)]{0,3}条)`,
  'uy',
);
/** “防汛抗旱”条目, 【防汛抗旱】条; 条款、条例 are of laws. */
const NAMED =
  /(?:[^，。；：“”【】（）()\n]{0,10})[“【]([^“”【】\n]{2,24})[”】]一?(?:条目|条|分目|类目|子目|部类|栏目|[编篇章节目])(?![款例件约第规内文次录标])/uy;
const PICTURE = /\s*(\d{1,3}(?:\s*[-－—–.·]\s*\d{1,3}){0,3})(?![\d年月.%％])/uy;
/** 意见、会见、接见、听见. */
const OTHER_WORD = /[意会接听罕常政成主短洞定偏高拙创]/u;
/** Books with fewer titles are excerpts. */
const LEAST = 3;

/** A reference that leads nowhere (互见落空): 见第三编第九章 where there are eight. */
export const rule = defineRule({
  id: 'structure-reference',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '互见、参见有着落',
  summary: '“见第×编第×章”“参见‘××’条目”“见图3-2”所指的编章、条目、图在全书找不到，或编章与题名对不上的，请核对。',
  why: '互见落空，读者无从查考，多半是篇目调整后没有随改。',
  silent: '全书没有编章序码或标题太少的不查；指向别的书、法律条款的不报。',
  covers: ['YB-FRM-10', 'GZ-STR-07', 'ACR-04'],
  exempt: ['quotation', 'verbatim', 'errata'],
  words: [
    '见第',
    '见本志',
    '见本书',
    '见本卷',
    '见本编',
    '见本篇',
    '见本章',
    '见本年鉴',
    '见“',
    '见【',
    '见图',
    '如图',
  ],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    if (OTHER_WORD.test(text[start - 1] ?? '')) return;
    const word = text.slice(start, end);
    if (word.endsWith('图')) checkPicture(passage, start, end, report);
    else {
      const from = word.startsWith('见本') ? end : start + 1;
      if (!checkSteps(passage, start, from, report)) checkNamed(passage, start, from, report);
    }
  },
});

function checkSteps(passage: Passage, start: number, from: number, report: Report): boolean {
  STEPS.lastIndex = from;
  const found = STEPS.exec(passage.text);
  if (found === null) return false;
  const end = from + found[0].length;
  if (end > passage.end || /^(?:共|全)/u.test(passage.text.slice(end, end + 1))) return true;
  const printed = found[1]!.match(new RegExp(NUMERAL, 'gu')) ?? [];
  const target = resolveChapter(passage, passage.block.node, readSteps(found[1]!));
  if (target === undefined) return true;
  if ('text' in target) {
    const title = found[2]?.replaceAll(/\s+/gu, '') ?? '';
    if (title === '' || target.text === '' || target.text.includes(title) || title.includes(target.text)) return true;
    report(start, end, `${printed.join('')}题为“${target.text}”，与所引“${title}”不符，请核对。`, {
      evidence: [{ label: '所指标题', span: { start: target.start, end: target.end } }],
    });
  } else {
    const step = printed.find((each) => {
      const [one] = readSteps(each);
      return one?.unit === target.unit && one.value === target.value;
    });
    report(start, end, `未见所引“${step ?? printed.join('')}”，请核对互见的编章。`);
  }
  return true;
}

function checkNamed(passage: Passage, start: number, from: number, report: Report): void {
  NAMED.lastIndex = from;
  const found = NAMED.exec(passage.text);
  if (found === null || from + found[0].length > passage.end) return;
  const titles = passage.read(listTitles);
  if (titles.length < LEAST || hasTitle(titles, found[1]!)) return;
  report(start, from + found[0].length, `全书未见题为“${found[1]!}”的条目或篇目，请核对互见。`);
}

function hasTitle(titles: readonly Title[], printed: string): boolean {
  const name = printed.replaceAll(/\s+/gu, '');
  return titles.some(({ text }) => text.includes(name) || (text.length >= 4 && name.includes(text)));
}

function checkPicture(passage: Passage, start: number, last: number, report: Report): void {
  PICTURE.lastIndex = last;
  const found = PICTURE.exec(passage.text);
  if (found === null || last + found[0].length > passage.end) return;
  const parts = found[1]!.split(/[^\d]+/u).map(Number);
  const alike = passage.read(listFigureNumbers).filter((number) => number.parts.length === parts.length);
  if (alike.length < LEAST || alike.some((number) => number.parts.join() === parts.join())) return;
  report(start, last + found[0].length, `全书未见图${parts.join('-')}，请核对图序。`);
}
