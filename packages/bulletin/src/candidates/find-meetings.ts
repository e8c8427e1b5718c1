import type { BulletinItem } from '../bulletin.ts';
import type { Attendance, IssuingLevel, Meeting, MeetingKind, Place, RelayedDocument } from '../candidates.ts';
import { printDate } from '../read-date.ts';

/** What is known beside the items. */
interface Known {
  readonly year: number | null;
  readonly date: string | null;
  readonly mentions: readonly { readonly name: string; readonly place: Place }[];
}

interface Spot {
  readonly item: number;
  readonly paragraph: number;
}

const HELD =
  /(?:组织召开|召开|举行|举办|组织)((?:[^，。；：“”《》]|“[^”]{1,20}”|《[^》]{1,40}》){0,46}?(?:会议|学习会|总结会|推进会|座谈会|研讨会|例会|评审会|动员会|部署会|培训会|培训班|读书班|工作会|组织生活会|党员大会|大会|学习（扩大）会|会))(?=[，。；、]|$|并|上|进行|传达|专题|听取|研究)/gu;
/** 评审会在乙县召开: the meeting stands before its verb. */
const HELD_BEHIND =
  /(?<=^|[，。；]|日(?:[上下]午)?)((?:[^，。；：“”《》（）]|“[^”]{1,20}”|《[^》]{1,40}》|（[^）]{1,16}）){2,50}?(?:会议|学习会|座谈会|评审会|推进会|总结会|研讨会|培训会|培训班|读书班|终审会|初审会|复审会|动员会|部署会|启动会|会))(?:在[^，。；]{2,24}?|于[^，。；]{2,16}?)?(?:隆重|顺利|如期|正式)?(?:召开|举行|举办|开班)(?=[，。；并]|$)/gu;
const HEARD = /(?:专题)?听取([^，。；]{2,40}?汇报)/gu;
const RELAYED_TO = /召集([^，。；]{2,16}?)(传达|学习|研究)[^，。；]{2,40}/gu;
const VISITED = /(?:赴|到|前往)([^，。；]{2,24}?)(?:开展|进行)?(?:专题)?(?:调研|督导|视察|检查)/gu;
/** The first day of several. */
const DATE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?:日?[—–~～至-](?:\d{1,2}月)?\d{1,2})?日/u;
const KINDS: readonly (readonly [RegExp, MeetingKind])[] = [
  [/中心组.*扩大|扩大.*中心组/u, 'enlarged-study'],
  [/中心组|集中学习|学习会|读书班/u, 'study'],
  [/党组(?:扩大)?(?:会|会议)|党组（扩大）会/u, 'party-group'],
  [/总结/u, 'summary'],
  [/推进|攻坚|动员|部署/u, 'promotion'],
  [/培训/u, 'training'],
  [/座谈|研讨|交流会/u, 'symposium'],
  [/例会|工作会|工作会议|年会/u, 'work'],
];
const LEVELS: readonly (readonly [RegExp, IssuingLevel])[] = [
  [/中共中央|党中央|中央|习近平|总书记|中纪委|党的[一二三四五六七八九十]+大|党内法规/u, 'central'],
  [/国务院|全国|国家|总理/u, 'state'],
  [/省委|省纪委|自治区党委|市委书记/u, 'province-committee'],
  [/省政府|省人民政府|省长|自治区人民政府/u, 'province-government'],
  [/(?:全省)?两会|人大|政协/u, 'other'],
  [/部|厅|局|工委|办公室|委员会|全省/u, 'department'],
];
const RELAY =
  /(?<=^|[，；])(?:会议|会上|会议专题|专题|集中|认真|深入)?(?:传达学习|传达贯彻|学习传达|传达|学习)(?!教育|会)了?|(?<=召集[^，。；]{2,16})传达/u;
const SELF_STUDY = /围绕([^。；]+?)(?:等(?:文件|内容|专题)?)?(?:开展|进行)(?:了)?自学/gu;
/** A meeting is told of within so many paragraphs of the one that names it. */
const MOST_MEETINGS = 200;

/** Finds meetings (会议) that items tell of: kind, host, date, what was relayed, who attended. */
export function findMeetings(items: readonly BulletinItem[], known: Known): Meeting[] {
  const meetings = items.flatMap(({ paragraphs }, item) => {
    const found = paragraphs.flatMap((text, paragraph) => findHeld(text, { item, paragraph }, known));
    // A meeting told of again has the same kind and no day of its own.
    const told = found.filter(({ paragraph, date, host }) => paragraph === 0 || date !== null || host !== null);
    const own = told.filter(
      (one, at) => !told.slice(0, at).some((other) => other.kind === one.kind && isAgain(other, one)),
    );
    return own.map((meeting, at) => {
      const next = own[at + 1];
      const from = meeting.paragraph;
      const to = next && next.paragraph > from ? next.paragraph : paragraphs.length;
      // Two in one paragraph: what follows is of the last.
      const rest = next && next.paragraph === from ? [] : paragraphs.slice(from, to);
      return {
        ...meeting,
        attendance: rest.flatMap((text, index) => findAttendance(text, { item, paragraph: from + index }, known)),
        documents: [
          ...meeting.documents,
          ...rest.flatMap((text, index) => findSelfStudy(text, { item, paragraph: from + index })),
        ],
      };
    });
  });
  return meetings.slice(0, MOST_MEETINGS);
}

function isAgain(first: Meeting, second: Meeting): boolean {
  return second.date === null || second.date === first.date || second.title === first.title;
}

function findHeld(text: string, spot: Spot, known: Known): Meeting[] {
  const found: Meeting[] = [];
  const add = (match: RegExpExecArray, title: string, kind: MeetingKind) => {
    const from = Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('；', match.index)) + 1;
    const sentence = text.slice(from, match.index);
    const end = findEnd(text, match.index + match[0].length);
    const behind = kind === 'relay' ? match.index : match.index + match[0].length;
    const documents = kind === 'hearing' ? [] : findDocuments(text, behind, end, spot);
    found.push({
      ...makePlace(text, spot, match.index, match.index + match[0].length),
      kind,
      title,
      host: nameHost(sentence),
      date: findDay(sentence, known) ?? (spot.paragraph === 0 ? findDay(text.slice(0, 40), known) : null),
      documents,
      attendance: [],
    });
  };
  for (const match of text.matchAll(HELD)) {
    const title = match[1]!.trim();
    if (!/^(?:过|的|了|一系列|\d+(?:余|多)?[次场期个])/u.test(title)) add(match, title, tellKind(title));
  }
  for (const match of text.matchAll(HELD_BEHIND)) {
    const title = match[1]!.trim();
    if (!/召开|举行|举办|组织|^(?:会议|大会|本次|此次)/u.test(title)) add(match, title, tellKind(title));
  }
  found.sort((a, b) => a.start - b.start);
  if (found.length === 0) {
    for (const match of text.matchAll(RELAYED_TO)) add(match, match[0], 'relay');
    for (const match of text.matchAll(HEARD)) if (spot.paragraph === 0) add(match, match[0], 'hearing');
    for (const match of text.matchAll(VISITED)) if (spot.paragraph === 0) add(match, match[0], 'investigation');
  }
  return found.slice(0, 4);
}

function tellKind(title: string): MeetingKind {
  return KINDS.find(([form]) => form.test(title))?.[1] ?? 'other';
}

/** The body or person before the verb, without day and posts of the day. */
function nameHost(sentence: string): string | null {
  const clause = sentence.slice(sentence.lastIndexOf('，') + 1);
  const host = clause
    .replace(/^.*?(?:\d{1,2}日(?:[上下]午)?|近日|日前)，?/u, '')
    .replace(/(?:先后|分别)?在[^，]{2,20}$/u, '')
    .replace(/(?:专题|立即|及时|迅速|联合|先后|分别|组织|牵头|一行)+$/u, '')
    .trim();
  // A person who chairs it is no body that holds it.
  if (host.endsWith('主持')) return null;
  return host.length >= 2 && host.length <= 40 ? host : null;
}

function findDay(text: string, { year }: Known): string | null {
  const found = DATE.exec(text);
  const own = found?.[1] ? Number(found[1]) : year;
  return found && own !== null ? printDate(own, Number(found[2]), Number(found[3])) : null;
}

function findEnd(text: string, from: number): number {
  const end = text.indexOf('。', from);
  return end < 0 ? text.length : end;
}

/** What is relayed in the sentence, from 传达学习 on; list items are parted by ，. */
function findDocuments(text: string, from: number, end: number, spot: Spot): RelayedDocument[] {
  const relay = RELAY.exec(text.slice(from, end));
  return relay ? listDocuments(text, from + relay.index + relay[0].length, end, spot, 'relayed') : [];
}

function listDocuments(
  text: string,
  from: number,
  end: number,
  spot: Spot,
  manner: RelayedDocument['manner'],
): RelayedDocument[] {
  const documents: RelayedDocument[] = [];
  let at = from;
  while (at < end) {
    const stop = findComma(text, at, end);
    const whole = text.slice(at, stop);
    const lead = /^(?:以及|并|及|和|学习|传达学习|传达|了|：)+/u.exec(whole)?.[0].length ?? 0;
    const piece = whole.slice(lead);
    if (/^(?:安排|研究|部署|就|对|听取|通报|审议)/u.test(piece)) break;
    if (piece.length >= 3)
      documents.push({ ...makePlace(text, spot, at + lead, stop), level: tellLevel(piece), manner });
    at = stop + 1;
  }
  return documents;
}

/** What was studied alone before the session (自学). */
function findSelfStudy(text: string, spot: Spot): RelayedDocument[] {
  return [...text.matchAll(SELF_STUDY)].flatMap((found) => {
    const from = found.index + 2;
    return listDocuments(text, from, from + found[1]!.length, spot, 'self-study');
  });
}

function findComma(text: string, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const character = text[at]!;
    if ('《（“'.includes(character)) depth += 1;
    else if ('》）”'.includes(character)) depth -= 1;
    else if (depth <= 0 && '，；'.includes(character)) return at;
  }
  return end;
}

/** Who issued it stands first: 中共中央办公厅印发的…; what it is about comes later. */
function tellLevel(piece: string): IssuingLevel {
  const found = LEVELS.flatMap(([form, level]) => {
    const at = piece.search(form);
    return at < 0 ? [] : [{ at, level }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.level ?? 'other';
}

const PRESENT =
  /(?:列席|出席|参加|参会)(?:[^，。；]{0,12}(?:会议|学习会|会|学习|培训|活动|调研))?[^，。；]{0,6}(?=[。；]|$)/gu;

function findAttendance(text: string, spot: Spot, known: Known): Attendance[] {
  const found: Attendance[] = [];
  const namesIn = (start: number, end: number) =>
    known.mentions
      .filter(
        ({ place }) =>
          place.item === spot.item && place.paragraph === spot.paragraph && place.start >= start && place.end <= end,
      )
      .sort((a, b) => a.place.start - b.place.start)
      .map(({ name }) => name);
  for (const sentence of text.matchAll(/[^。；]+/gu)) {
    const from = sentence.index;
    const host = /主持(?:召开)?(?:会议|学习|了)?/u.exec(sentence[0]);
    if (host) addRank(found, text, { spot, from, to: from + host.index, role: 'host', names: namesIn });
    else if (
      /(?:作(?:了)?(?:交流|表态|主题)?(?:发言|讲话|报告)|讲话$|^[^，]{2,30}(?:表示|认为|谈到)，)/u.test(sentence[0]) &&
      !sentence[0].includes('会议')
    ) {
      const verb = /作(?:了)?(?:交流|表态|主题)?(?:发言|讲话|报告)|讲话|表示|认为|谈到/u.exec(sentence[0])!;
      addRank(found, text, { spot, from, to: from + verb.index, role: 'speaker', names: namesIn });
    }
    for (const present of sentence[0].matchAll(PRESENT)) {
      const begin = Math.max(from, host ? from + host.index + host[0].length : from);
      for (const piece of joinPosts(partRanks(text, begin, from + present.index).filter(isRank), namesIn))
        found.push({
          ...makePlace(text, spot, piece.start, piece.end),
          role: 'participant',
          names: namesIn(piece.start, piece.end),
        });
    }
  }
  return found;
}

/** 办党组成员、副主任，机关党委书记赵甲: posts alone are of the name behind the comma. */
function joinPosts(
  pieces: readonly { readonly start: number; readonly end: number; readonly quote: string }[],
  names: (start: number, end: number) => string[],
): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  let from: number | null = null;
  for (const { start, end, quote } of pieces) {
    const isPosts =
      /^[^各全]{0,8}(?:成员|书记|主任|[局处部科厅院馆社]长|委员|巡视员|调研员)$/u.test(quote.slice(-10)) &&
      !/^[各全]/u.test(quote);
    if (isPosts && names(start, end).length === 0) from ??= start;
    else {
      joined.push({ start: from ?? start, end });
      from = null;
    }
  }
  return joined;
}

/** A day or what was done is nobody. */
function isRank({ quote }: { readonly quote: string }): boolean {
  return !/^\d{1,2}月|^\d{4}年|召开|举行|举办|开展|组织|主持|讲话|^(?:会议|会上|活动|当天|随后|期间)/u.test(quote);
}

interface Rank {
  readonly spot: Spot;
  readonly from: number;
  readonly to: number;
  readonly role: Attendance['role'];
  readonly names: (start: number, end: number) => string[];
}

/** The last clause before the verb that names somebody. */
function addRank(found: Attendance[], text: string, { spot, from, to, role, names }: Rank): void {
  const piece = partRanks(text, from, to).at(-1);
  if (!piece) return;
  const named = names(piece.start, piece.end);
  // Who hosts stands right before the verb.
  const isBeside = role !== 'host' || named.some((name) => text.slice(piece.start, to).endsWith(name));
  if (named.length > 0 && isBeside)
    found.push({ ...makePlace(text, spot, piece.start, piece.end), role, names: named });
}

function partRanks(text: string, from: number, to: number): { start: number; end: number; quote: string }[] {
  const pieces: { start: number; end: number; quote: string }[] = [];
  let at = from;
  while (at < to) {
    const stop = findComma(text, at, to);
    const lead = /^\s*/u.exec(text.slice(at, stop))![0].length;
    if (stop - at - lead >= 2) pieces.push({ start: at + lead, end: stop, quote: text.slice(at + lead, stop) });
    at = stop + 1;
  }
  return pieces;
}

function makePlace(text: string, { item, paragraph }: Spot, start: number, end: number): Place {
  return { item, paragraph, start, end, quote: text.slice(start, end) };
}
