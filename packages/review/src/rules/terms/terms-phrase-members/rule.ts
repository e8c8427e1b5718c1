import { latestYearOf, yearOfMention } from '../../../dated/year-of-mention.ts';
import { PHRASES, type Phrase } from '../../../phrases/phrase-members.ts';
import { readPhraseList, type ListItem } from '../../../phrases/read-phrase-list.ts';
import { defineRule, type Passage, type Report } from '../../../rule.ts';

/** Name with its quotation marks → phrase; and the members that tell a list without its name. */
const BY_NAME = new Map(
  PHRASES.flatMap((phrase) => (phrase.label === undefined ? [] : [[phrase.label, phrase] as const])),
);
const BY_ALONE = new Map<string, readonly Phrase[]>();
for (const phrase of PHRASES) {
  for (const member of phrase.alone) BY_ALONE.set(member, [...(BY_ALONE.get(member) ?? []), phrase]);
}
/** How far from the name its list may begin. */
const NEAR = 14;
/** Between the name and its list. */
const OPENING = /^[”"]?(?:（|\(|：|，?即|，?也就是|，?具体是|，?分别是|，?是指|，?包括|，?指的是|的)?(?:的|[：:“])*$/u;

/** A fixed phrase whose members are incomplete, in another order or wrongly written (固定提法要素). */
export const rule = defineRule({
  id: 'terms-phrase-members',
  family: 'terms',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '固定提法的要素',
  summary:
    '“四个意识”“四个自信”“四个全面”“五位一体”“四史”等固定提法列出要素时，与提法表（示例，本单位可另行维护）逐项核对：缺项、次序不同、错字，或与记述年份不符的，提请核对。',
  why: '固定提法的要素和次序由中央文件确定，漏一项或颠倒次序都会影响准确。',
  silent: '只列其中一两项、后面带“等”的，一般的并列（如“政治意识、大局意识和责任意识”），不报。',
  covers: [
    'LN-FIX-01',
    'LN-FIX-02',
    'LN-FIX-03',
    'LN-FIX-04',
    'LN-FIX-06',
    'LN-FIX-07',
    'LN-FIX-08',
    'LN-FIX-09',
    'LN-FIX-12',
    'LN-FIX-13',
    'LN-FIX-14',
  ],
  exempt: ['title', 'verbatim', 'errata'],
  words: [...BY_NAME.keys(), ...BY_ALONE.keys()],
  checkWord(passage, start, end, report) {
    const word = passage.text.slice(start, end);
    for (const phrase of BY_ALONE.get(word) ?? []) {
      const items = readPhraseList(passage, start, phrase.members.length + 1);
      // A list is judged once, at the first member that tells it.
      const telling = items.find(({ text }) => phrase.alone.some((member) => text.includes(member)));
      if (telling === undefined || start < telling.start || start >= telling.end) continue;
      if (judge(passage, phrase, items, false, report)) return;
    }
    const named = BY_NAME.get(word);
    if (named !== undefined) checkNamed(passage, named, start, end, report);
  },
});

/** The list behind the name, or the one before it: “四个意识”（政治意识…）; 政治意识、…“四个意识”. */
function checkNamed(passage: Passage, phrase: Phrase, start: number, end: number, report: Report): void {
  const { text } = passage;
  const members = phrase.members.length;
  const close = text.slice(end, Math.min(passage.end, end + NEAR));
  for (let ahead = 0; ahead < close.length; ahead += 1) {
    if (!OPENING.test(close.slice(0, ahead))) continue;
    const items = readPhraseList(passage, end + ahead, members).filter(
      (item) => item.start >= end + ahead || item.end > end + ahead,
    );
    const list = cut(items.map((item) => (item.start < end + ahead ? trim(text, item, end + ahead) : item)));
    if (list.length >= 2 && matched(phrase, list) >= 2 && readIndex(phrase, list[0]!) !== undefined) {
      if (isAlone(phrase, list)) return;
      judge(passage, phrase, list, true, report);
      return;
    }
  }
  const quote = text.charAt(start - 1) === '“' ? start - 1 : start;
  const before = text.slice(Math.max(passage.start, quote - 1), quote);
  if (quote - 1 <= passage.start || /[。！？；\n]/u.test(before)) return;
  const list = readPhraseList(passage, quote - 1, members).filter(({ start: at }) => at < quote);
  if (list.length >= 2 && matched(phrase, list) >= 2 && !isAlone(phrase, list)) {
    const last = list[list.length - 1]!;
    judge(
      passage,
      phrase,
      [...list.slice(0, -1), trim(text, last, last.start, Math.min(last.end, quote))],
      true,
      report,
    );
  }
}

/** A list that has the telling member is judged there, once. */
function isAlone(phrase: Phrase, items: readonly ListItem[]): boolean {
  const telling = items.some(({ text }) => phrase.alone.some((member) => text.includes(member)));
  return telling && matched(phrase, items) >= enoughOf(phrase);
}

function trim(text: string, item: ListItem, start: number, end = item.end): ListItem {
  return { ...item, start, end, text: text.slice(start, end).replace(/[“”‘’"\s]/gu, '') };
}

/** Items as far as they hang together. */
function cut(items: readonly ListItem[]): ListItem[] {
  return items.slice(0, 14);
}

function matched(phrase: Phrase, items: readonly ListItem[]): number {
  return new Set(expand(phrase, items).flatMap((item) => readIndex(phrase, item) ?? [])).size;
}

/** Which member an item is; it may have a verb before it or a word behind it. */
function readIndex(phrase: Phrase, { text }: ListItem): number | undefined {
  for (let index = 0; index < phrase.members.length; index += 1) {
    for (const { text: wording } of phrase.members[index]!) {
      const at = text.indexOf(wording);
      if (at < 0) continue;
      const extra = text.length - wording.length;
      // The first item may have anything before it, the last anything behind it.
      if (extra === 0 || at === 0 || at === extra || (extra <= 9 && wording.length > 2)) return index;
    }
  }
  return undefined;
}

/** 享乐主义和奢靡之风 is two items. */
function expand(phrase: Phrase, items: readonly ListItem[]): ListItem[] {
  return items.flatMap((item) => {
    const joint = /^(.+?)(?:和|与|及|以及|还有)(.+)$/u.exec(item.text);
    if (joint === null) return [item];
    for (const link of item.text.matchAll(/以及|[和与及]/gu)) {
      const left = item.text.slice(0, link.index);
      const right = item.text.slice(link.index + link[0].length);
      const known = [left, right].filter((text) =>
        phrase.members.flat().some((member) => text.endsWith(member.text) || text.startsWith(member.text)),
      );
      if (left.length > 0 && right.length > 0 && known.length > 0)
        return [
          { ...item, text: left },
          { ...item, text: right },
        ];
    }
    return [item];
  });
}

/** Judges one list; whether it was a list of this phrase at all. */
function judge(passage: Passage, phrase: Phrase, all: readonly ListItem[], named: boolean, report: Report): boolean {
  const bare = expand(phrase, all).flatMap((item) => {
    const text = phrase.label === undefined ? item.text : item.text.replace(phrase.label, '');
    return text === '' || text === '即' ? [] : [{ ...item, text }];
  });
  const items = keepTogether(phrase, bare);
  if (!named && !items.some(({ text }) => phrase.alone.some((member) => text.includes(member)))) return false;
  const size = phrase.members.length;
  const known = items.map((item) => readIndex(phrase, item));
  const first = known.findIndex((index) => index !== undefined);
  if (first < 0) return false;
  let last = known.length - 1;
  while (known[last] === undefined) last -= 1;
  const inside = known.slice(first, last + 1);
  const order = inside.filter((index) => index !== undefined);
  const distinct = new Set(order).size;
  const enough = distinct >= (named ? 2 : enoughOf(phrase));
  if (!enough || order.length !== distinct) return false;
  const year = yearOfMention(passage, items[first]!.start);
  const place = spanOf(passage.text, phrase, items[first]!, items[last]!);
  if (year !== undefined && phrase.from !== undefined && year < phrase.from) {
    const latest = latestYearOf(passage, items[first]!.start);
    if (!named && distinct === size && TOLD_LATER.has(phrase.name) && latest !== undefined && latest < phrase.from)
      report(...place, `“${phrase.name}”的要素${phrase.from}年才齐全，此处记${latest}年事，建议核对年份或提法。`);
    return true;
  }
  const full = `建议核对：${phrase.members.map((member) => currentWording(member, year)).join('、')}。`;
  const strange = findStrange(phrase, items, known, first, last);
  if (strange !== undefined) {
    report(strange.start, strange.end, `“${phrase.name}”的要素写法有出入，${full}`);
    return true;
  }
  const next = items[last + 1];
  if (
    distinct === size &&
    next !== undefined &&
    (named || all.some(({ text }) => text.includes(phrase.label ?? phrase.name))) &&
    isOneMore(phrase, next)
  ) {
    report(place[0], next.end, `“${phrase.name}”的要素多出一项，${full}`);
    return true;
  }
  if (order.some((index, at) => at > 0 && index < order[at - 1]!)) {
    if (distinct === size || named || distinct >= 3) report(...place, `“${phrase.name}”的要素次序有出入，${full}`);
    return true;
  }
  if (distinct < size) {
    const open = /^(?:等|在内)/u.test(passage.text.slice(place[1])) || /等$|等[^级候于同待]/u.test(items[last]!.text);
    if (PICKED.test(passage.text.slice(Math.max(passage.start, place[0] - 4), place[0]))) return true;
    if (items.slice(0, last).filter((item) => tailOf(phrase, item) > 3).length > 1) return true;
    const sure = named || (distinct === size - 1 && (year !== undefined || !DATED.has(phrase.name)));
    if (sure && !open && inside.length === order.length) {
      report(...place, `“${phrase.name}”的要素可能不全，${full}`);
    }
    return true;
  }
  checkWordings(phrase, items, year, report);
  return true;
}

/** Phrases whose members stood together nowhere before the phrase was said. */
const TOLD_LATER = new Set(['四个意识', '四个自信', '四个全面', '新发展理念', '社会主义核心价值观', '六稳', '六保']);

/** 忧患意识 behind the four of 四个意识: made like every member, and none of them. */
function isOneMore({ members }: Phrase, { text }: ListItem): boolean {
  const tail = text.slice(-2);
  return members.every((wordings) =>
    wordings.every((one) => one.text.length === text.length && one.text.endsWith(tail)),
  );
}

/** Words that pick some of the members: “四风”特别是形式主义、官僚主义. */
const PICKED = /(?:特别是|尤其是?|力戒|重点|突出|着力|着重|聚焦|紧盯|严查)$/u;

/** How much stands behind the member an item begins with: a sentence of its own is no item (全面深化改革迈出重大步伐). */
function tailOf({ members }: Phrase, { text }: ListItem): number {
  const longest = Math.max(...members.flat().map((each) => (text.startsWith(each.text) ? each.text.length : 0)));
  return longest === 0 ? 0 : text.length - longest;
}

/** How many members make a list without its name a list of this phrase. */
function enoughOf({ members }: Phrase): number {
  return Math.max(3, members.length < 8 ? members.length - 1 : members.length - 4);
}

/** From the first member to the end of the last, without what stands round them. */
function spanOf(text: string, phrase: Phrase, first: ListItem, last: ListItem): readonly [number, number] {
  const wordings = phrase.members.flat();
  const raw = text.slice(first.start, first.end);
  const from = Math.max(-1, ...wordings.map((wording) => raw.indexOf(wording.text)));
  const tail = text.slice(last.start, last.end);
  const ends = wordings.map((wording) =>
    tail.includes(wording.text) ? tail.indexOf(wording.text) + wording.text.length : -1,
  );
  const to = Math.max(-1, ...ends);
  return [from < 0 ? first.start : first.start + from, to < 0 ? last.end : last.start + to];
}

/** Phrases that had a member less before: without a year nothing is missing. */
const DATED = new Set(['四个自信', '五位一体', '五史', '四史']);

/**
 * The longest run that can be one list: a short member with words before it begins a list, one with words behind it ends
 * it (创新、协调发展，开放、共享平台 are two).
 */
function keepTogether(phrase: Phrase, items: readonly ListItem[]): readonly ListItem[] {
  const runs: ListItem[][] = [[]];
  for (const item of items) {
    const wordings = phrase.members.flat();
    const plain = wordings.some(({ text }) => item.text === text || (text.length > 2 && item.text.includes(text)));
    const short = plain ? [] : wordings.filter(({ text }) => text.length <= 2);
    if (short.some(({ text }) => item.text.endsWith(text))) runs.push([]);
    runs[runs.length - 1]!.push(item);
    if (short.some(({ text }) => item.text.startsWith(text)) && readIndex(phrase, item) !== undefined) runs.push([]);
  }
  return runs.reduce((best, run) => (matched(phrase, run) > matched(phrase, best) ? run : best));
}

/** An item that stands in the place of a missing member and looks like it. */
function findStrange(
  phrase: Phrase,
  items: readonly ListItem[],
  known: readonly (number | undefined)[],
  first: number,
  last: number,
): ListItem | undefined {
  const present = new Set(known);
  for (let at = Math.max(0, first - 1); at <= Math.min(items.length - 1, last + 1); at += 1) {
    if (known[at] !== undefined) continue;
    const { text } = items[at]!;
    for (let index = 0; index < phrase.members.length; index += 1) {
      if (present.has(index)) continue;
      for (const { text: wording } of phrase.members[index]!) if (looksLike(text, wording)) return items[at];
    }
  }
  return undefined;
}

/** At most one character in three differs, at the end of the item. */
function looksLike(text: string, wording: string): boolean {
  if (wording.length === 2)
    return text.length === 2 && text !== wording && (text[0] === wording[0] || text[1] === wording[1]);
  if (wording.length < 2 || text.length < wording.length - 1 || text.length > wording.length + 6) return false;
  for (const size of [wording.length, wording.length - 1, wording.length + 1]) {
    for (const tail of [text.slice(-size), text.slice(0, size)]) {
      if (tail.length !== size) continue;
      let shared = 0;
      for (const character of wording) if (tail.includes(character)) shared += 1;
      if (shared >= Math.ceil(wording.length / 2) && Math.abs(tail.length - wording.length) <= 1) return true;
    }
  }
  return false;
}

function currentWording(member: Phrase['members'][number], year: number | undefined): string {
  const fits = member.find(({ from = 0, to = Infinity }) => year === undefined || (from <= year && year <= to));
  return (fits ?? member[0]!).text;
}

/** A wording of other years: 全面建成小康社会 in 2022. */
function checkWordings(phrase: Phrase, items: readonly ListItem[], year: number | undefined, report: Report): void {
  if (year === undefined) return;
  for (const item of items) {
    const index = readIndex(phrase, item);
    if (index === undefined) continue;
    const wordings = phrase.members[index]!.filter(({ text }) => item.text.includes(text)).sort(
      (a, b) => b.text.length - a.text.length,
    );
    const used = wordings[0];
    if (used === undefined || ((used.from ?? 0) <= year && year <= (used.to ?? Infinity))) continue;
    report(
      item.start,
      item.end,
      `“${phrase.name}”在${year}年的表述建议核对，是否应为“${currentWording(phrase.members[index]!, year)}”。`,
    );
    return;
  }
}
