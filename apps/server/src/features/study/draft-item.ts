import { ISSUING_LEVEL_NAMES, type IssuingLevel, type SessionKind } from '@xiuzhi/domain';

/** Record of a session (会议学习记录) as the contract keeps it. */
export interface SessionRecord {
  readonly place: string;
  readonly host: { readonly name: string; readonly post: string };
  readonly documents: { readonly title: string; readonly level: IssuingLevel }[];
  readonly topic: string;
  readonly speakers: { readonly name: string; readonly post: string; readonly gist: string }[];
  readonly readBefore: string;
  readonly attendance: { readonly rank: string; readonly names: string }[];
  readonly opinions: { readonly text: string; readonly points: string[] }[];
}

/** Session with the name its office bore on that day. */
export interface Session {
  readonly office: string;
  readonly kind: SessionKind;
  /** ISO day. */
  readonly heldOn: string;
  readonly title: string;
  readonly record: SessionRecord;
}

/** What a session of these kinds is called; a meeting of another kind has the name it was recorded under. */
const NAMES: Partial<Record<SessionKind, string>> = {
  study: '党组理论学习中心组学习会',
  studyEnlarged: '党组理论学习中心组学习（扩大）会',
  partyGroup: '党组会议',
};
const DIGITS = '零一二三四五六七八九十';
/** Longest words that a title goes on with. */
const LONGEST_AIM = 36;
const ENDED = /[。！？…][”’）》]?$/u;
/** An ordinal that came along when an opinion was pasted: 一是、二要、第三，、（四）、5．. */
const ORDINAL =
  /^(?:[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]+[，,、]|[（(][一二三四五六七八九十\d]+[）)]|(?:[一二三四五六七八九十]+|\d+)[、．.])[，,]?\s*/u;

/**
 * Composes the item of the political-work bulletin (转拟简讯) from a session: title, and its paragraphs one a line, in the
 * grammar of such items. Persons stand in the order in which they were entered.
 */
export function draftItem(session: Session): { title: string; body: string } {
  const paragraphs = [
    printLead(session),
    ...(session.record.opinions.length > 1 ? session.record.opinions.map(printOpinion) : printDemand(session.record)),
    ...printSpeakers(session.record),
    printReading(session.record),
    printAttendance(session),
  ];
  return { title: printTitle(session), body: paragraphs.filter((one) => one !== '').join('\n') };
}

function printTitle({ office, kind, title, record }: Session): string {
  const meeting = `${office}召开${nameOf({ office, kind, title })}`;
  const aim = printAim(record);
  return aim === '' ? meeting : `${meeting} ${aim}`;
}

/** What a title goes on with: what was relayed, or else the topic. */
function printAim({ documents, topic }: SessionRecord): string {
  const [first] = documents;
  if (documents.length === 1 && first!.title.length <= LONGEST_AIM) return `传达学习${first!.title}`;
  if (documents.length > 0) {
    const levels = [...new Set(documents.map(({ level }) => level))].filter((level) => level !== 'own');
    return `传达学习${levels.map((level) => ISSUING_LEVEL_NAMES[level]).join('、')}有关文件和会议精神`;
  }
  const words = unend(topic);
  return words.length <= LONGEST_AIM ? words : '';
}

function nameOf({ office, kind, title }: Pick<Session, 'office' | 'kind' | 'title'>): string {
  return NAMES[kind] ?? unend(title).replace(office, '').replace(/^召开/u, '');
}

function printLead(session: Session): string {
  const { office, heldOn, record } = session;
  const [, month, day] = heldOn.split('-').map(Number);
  const where = record.place === '' ? '' : `在${record.place}`;
  const relayed = printDocuments(record.documents);
  const clauses = [
    `${month}月${day}日，${office}${where}召开${nameOf(session)}`,
    ...(relayed === '' ? [] : [`传达学习${relayed}`]),
    ...(record.topic === '' ? [] : [printTopic(session)]),
  ];
  return `${clauses.join('，')}。${printHost(session)}`;
}

function printTopic({ kind, record }: Session): string {
  const isStudy = kind === 'study' || kind === 'studyEnlarged';
  return isStudy ? `围绕“${unend(record.topic)}”开展专题学习` : `研究${unend(record.topic)}`;
}

/** Documents by the level that issued them, levels and documents in the order in which they were read. */
function printDocuments(documents: SessionRecord['documents']): string {
  const levels = [...new Set(documents.map(({ level }) => level))];
  const groups = levels.map((level) => {
    const titles = documents.filter((document) => document.level === level).map(({ title }) => unend(title));
    const suffix = titles.length > 1 && level !== 'own' ? `等${ISSUING_LEVEL_NAMES[level]}文件和会议精神` : '';
    return `${titles.reduce(joinTitles)}${suffix}`;
  });
  const last = groups.at(-1) ?? '';
  return groups.length > 1 ? `${groups.slice(0, -1).join('，')}，以及${last}` : last;
}

/** Between two titles in book marks stands nothing (GB/T 15834), between others 、. */
function joinTitles(one: string, other: string): string {
  return one.endsWith('》') && other.startsWith('《') ? `${one}${other}` : `${one}、${other}`;
}

function printHost({ record: { host, opinions } }: Session): string {
  const count = opinions.length;
  const said = count > 1 ? `就贯彻落实提出${count === 2 ? '两' : printCount(count)}点意见` : '';
  if (host.name === '') return said && `会议${said}。`;
  return `${host.post}${host.name}主持会议${said && `并${said}`}${count === 1 ? '并讲话' : ''}。`;
}

function printOpinion({ text, points }: SessionRecord['opinions'][number], index: number): string {
  return `${printCount(index + 1)}是${end(text.replace(ORDINAL, ''))}${printPoints(points)}`;
}

/** One opinion alone is no row of one: 会议要求，…. */
function printDemand({ opinions: [only] }: SessionRecord): string[] {
  return only ? [`会议要求，${end(only.text.replace(ORDINAL, ''))}${printPoints(only.points)}`] : [];
}

/** Points below an opinion, told apart from the opinions by another kind of ordinal. */
function printPoints(points: readonly string[]): string {
  if (points.length < 2) return points.map((point) => end(point.replace(ORDINAL, ''))).join('');
  const row = points.map((point, index) => `第${printCount(index + 1)}，${unend(point.replace(ORDINAL, ''))}`);
  return `${row.join('；')}。`;
}

function printSpeakers({ speakers }: SessionRecord): string[] {
  if (speakers.length === 0) return [];
  const names = speakers.map(({ post, name }) => `${post}${name}`);
  const gists = speakers.filter(({ gist }) => gist !== '');
  return [
    `会上，${names.join('、')}作交流发言。`,
    ...gists.map(({ post, name, gist }) => `${post}${name}表示，${end(gist)}`),
  ];
}

function printReading({ readBefore }: SessionRecord): string {
  return readBefore === '' ? '' : `会前，参会人员自学了${end(readBefore.replace(/^自学了?/u, ''))}`;
}

/** Who attended, in the order entered; 列席 is told apart from 参加. */
function printAttendance({ kind, record: { attendance } }: Session): string {
  const noun = kind === 'study' || kind === 'studyEnlarged' ? '学习会' : '会议';
  const isBeside = ({ rank }: { rank: string }) => rank.startsWith('列席');
  const print = ({ rank, names }: { rank: string; names: string }) =>
    `${rank.replace(/^(?:参加|出席|列席)(?:人员|会议)?[：:]?/u, '')}${unend(names)}`;
  const row = (persons: SessionRecord['attendance'], verb: string) => {
    const printed = persons.map(print).filter((one) => one !== '');
    return printed.length === 0 ? [] : [`${printed.join('，')}${verb}${noun}`];
  };
  const rows = [
    ...row(
      attendance.filter((one) => !isBeside(one)),
      '参加',
    ),
    ...row(attendance.filter(isBeside), '列席'),
  ];
  return rows.length === 0 ? '' : `${rows.join('，')}。`;
}

/** 1 to 99 as people write it: 三, 十二, 二十. */
function printCount(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  if (tens === 0) return DIGITS[ones]!;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

function unend(text: string): string {
  return text.trim().replace(/[。；;，,、]+$/u, '');
}

/** A paragraph of an opinion stays one: its line breaks are taken out, its full stop is there. */
function end(text: string): string {
  const whole = text.trim().replaceAll(/\s*\n\s*/gu, '');
  const open = whole.replace(/[；;，,、]+$/u, '');
  return ENDED.test(open) ? open : `${open}。`;
}
