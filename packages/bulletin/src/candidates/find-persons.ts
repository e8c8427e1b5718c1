import type { BulletinItem } from '../bulletin.ts';
import type { Person, Place } from '../candidates.ts';
import { readName, readNameBefore } from './read-name.ts';

interface Named {
  readonly place: Place;
  readonly name: string;
  /** As printed; null where the name stands alone. */
  readonly post: string | null;
  /** Only the given name is printed. */
  readonly isGiven: boolean;
}

interface Spot {
  readonly item: number;
  readonly paragraph: number;
}

/** What is known of the issue. */
interface Issue {
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly office: string | null;
  readonly known: readonly string[];
}

/** Longest first: 常务副省长 is no 省长. */
const POSTS = [
  '常务副省长',
  '常务副市长',
  '常务副州长',
  '常务副县长',
  '常务副区长',
  '常务副主任',
  '机关党委专职副书记',
  '机关党委书记',
  '机关纪委书记',
  '党支部书记',
  '党委书记',
  '党组书记',
  '党组副书记',
  '党组成员',
  '党委委员',
  '专职副书记',
  '纪检监察组组长',
  '一级巡视员',
  '二级巡视员',
  '一级调研员',
  '二级调研员',
  '三级调研员',
  '四级调研员',
  '主任科员',
  '总书记',
  '副书记',
  '副省长',
  '副市长',
  '副州长',
  '副县长',
  '副区长',
  '副乡长',
  '副镇长',
  '副部长',
  '副厅长',
  '副局长',
  '副主任',
  '副处长',
  '副科长',
  '副主席',
  '副社长',
  '副院长',
  '副馆长',
  '副所长',
  '副校长',
  '副秘书长',
  '副组长',
  '副会长',
  '副主编',
  '副总编辑',
  '副总编',
  '副巡视员',
  '副调研员',
  '秘书长',
  '巡视员',
  '调研员',
  '常委',
  '书记',
  '省长',
  '市长',
  '州长',
  '县长',
  '区长',
  '乡长',
  '镇长',
  '部长',
  '厅长',
  '局长',
  '处长',
  '科长',
  '主任',
  '主席',
  '总理',
  '社长',
  '院长',
  '馆长',
  '所长',
  '校长',
  '组长',
  '会长',
  '主编',
  '总编辑',
  '总编',
  '编辑',
  '教授',
  '研究员',
  '编审',
  '负责人',
  '讲师',
  '村主任',
  '站长',
  '队长',
  '股长',
  '专家',
] as const;
const POST = new RegExp(POSTS.join('|'), 'gu');
const POST_FIRST = new RegExp(`^(?:${POSTS.join('|')})`, 'u');
const MOST_BEFORE = 20;
/** What stands before a post and is none of it. */
const LEADING =
  /^.*(?:由|请|邀请|经|及|以及|和|与|向|被|会上|会后|会前|随后|[：:]|其中|在|率|陪同|听取|传达|贯彻|代表)(?=\p{Script=Han}{2})/u;
/** Our own office before a post says nothing: 办党组书记 is 党组书记. */
const OWN =
  /^(?:([^、]{0,8}?)(?:地方志(?:工作)?办公室|地方志办|方志办|史志办|志办)|办)(?=党组|机关|常务|副?主任|一级|二级)/u;
const ORGAN = /[委组部党办县市省州区乡镇村级员处局总副原老新各届任两三第正支段厂院馆所会校机关]/u;
const KEPT = /[，。；：！？“”《》（）()\s]/u;

/**
 * Finds persons with their posts of that day (人员职务): behind a post (副主任赵甲、钱乙) or before one (赵甲县长); later mentions
 * without a post go to the same person. `known` are full names: only they and names of the issue make a given name whole.
 */
export function findPersons(items: readonly BulletinItem[], { date, office, known }: Issue): Person[] {
  const named = items.flatMap(({ paragraphs }, item) =>
    paragraphs.flatMap((text, paragraph) => findNamed(text, { item, paragraph }, known)),
  );
  const people = new Map<string, Named[]>();
  for (const one of named) {
    const key = one.isGiven ? (wholeName(one.name, named, known) ?? one.name) : one.name;
    const same = people.get(key);
    if (same) same.push(one);
    else people.set(key, [one]);
  }
  return [...people].map(([key, same]) => {
    const isWhole = same.some(({ isGiven }) => !isGiven) || known.includes(key);
    const mentions = [...same.map(({ place }) => place), ...findAgain(items, isWhole ? key : null, same)];
    mentions.sort((a, b) => a.item - b.item || a.paragraph - b.paragraph || a.start - b.start);
    const posts = [...new Set(same.flatMap(({ post }) => (post === null ? [] : listPosts(post, office))))];
    const post = same.find((one) => one.post !== null)?.post ?? null;
    return {
      ...mentions[0]!,
      name: isWhole ? key : same[0]!.name,
      fullName: isWhole ? key : null,
      posts,
      post,
      asOf: date,
      mentions,
    };
  });
}

function findNamed(text: string, spot: Spot, known: readonly string[]): Named[] {
  const found: Named[] = [];
  let open = '';
  for (const clause of text.matchAll(/[^，。；：！？“”]+/gu)) {
    // 党组成员、副主任，机关党委书记赵甲: posts alone go on behind the comma.
    const goesOn = open !== '' && text[clause.index - 1] === '，' && POST_FIRST.test(clause[0]);
    let chain = goesOn ? open : '';
    let at = clause.index;
    const before = found.length;
    for (const part of clause[0].split('、')) {
      chain = takePart(found, text, { part, at, chain, spot });
      at += part.length + 1;
    }
    open = found.length > before || chain.startsWith('=') ? '' : chain;
  }
  for (const name of known)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      if (!found.some(({ place }) => place.start <= at && at < place.end))
        found.push({ place: makePlace(text, spot, at, name.length), name, post: null, isGiven: false });
  for (const speech of text.matchAll(
    /(?<=[，。；：、]|^|传达|学习)(\p{Script=Han}{2,4})在[^，。；]{2,40}上的(?:重要)?讲话/gu,
  )) {
    const name = readName(text, speech.index);
    if (name !== null && !found.some(({ place }) => place.start === speech.index))
      found.push({ place: makePlace(text, spot, speech.index, name.length), name, post: null, isGiven: false });
  }
  return found;
}

interface Part {
  readonly part: string;
  readonly at: number;
  /** Posts before it that wait for their name, or the post of the name before. */
  readonly chain: string;
  readonly spot: Spot;
}

/** Reads one part between 、; returns the posts that the next part goes on with. */
function takePart(found: Named[], text: string, { part, at, chain, spot }: Part): string {
  const posts = [...part.matchAll(POST)];
  for (const [index, post] of posts.entries()) {
    const end = post.index + post[0].length;
    const isLast = index === posts.length - 1;
    const from = index === 0 ? 0 : posts[index - 1]!.index + posts[index - 1]![0].length;
    const before = part.slice(Math.max(from, post.index - MOST_BEFORE), post.index);
    const own = (before.replace(LEADING, '') + post[0]).trim();
    if (end === part.length && isLast) {
      if (takeBefore(found, text, { part, at, post, spot })) return '';
      return from === 0 && !KEPT.test(own) ? joinChain(chain, own) : '';
    }
    const name = readName(part, end);
    if (name !== null) {
      const whole = index === 0 ? joinChain(chain, own) : own;
      found.push({ place: makePlace(text, spot, at + end, name.length), name, post: whole, isGiven: false });
      return end + name.length === part.length ? `=${whole}` : '';
    }
    takeBefore(found, text, { part, at, post, spot });
  }
  if (posts.length > 0 || !chain.startsWith('=')) return '';
  const name = readName(part, 0);
  if (name === null) return '';
  found.push({ place: makePlace(text, spot, at, name.length), name, post: chain.slice(1), isGiven: false });
  return name.length === part.length ? chain : '';
}

/** `=` before a chain: its name has come, and more names may follow. */
function joinChain(chain: string, own: string): string {
  return chain === '' || chain.startsWith('=') ? own : `${chain}、${own}`;
}

interface Posted {
  readonly part: string;
  readonly at: number;
  readonly post: RegExpExecArray;
  readonly spot: Spot;
}

/** A name before its post: 罗文常务副省长; a given name alone only at the start of a clause: 清华书记. */
function takeBefore(found: Named[], text: string, { part, at, post, spot }: Posted): boolean {
  const title = post[0];
  if (!/^(?:总书记|书记|常务副|副?(?:省|市|州|县|区)长|主任|部长|总理|主席)/u.test(title)) return false;
  const name = readNameBefore(part, post.index);
  if (name !== null && !/[委组办处局]$/u.test(name)) {
    const start = at + post.index - name.length;
    found.push({ place: makePlace(text, spot, start, name.length), name, post: title, isGiven: false });
    return true;
  }
  const given = part.slice(0, post.index);
  if (given.length !== 2 || ORGAN.test(given) || !/^\p{Script=Han}{2}$/u.test(given)) return false;
  if (!/^(?:书记|副?(?:省|市|州|县|区)长|主任)$/u.test(title)) return false;
  found.push({ place: makePlace(text, spot, at, 2), name: given, post: title, isGiven: true });
  return true;
}

/** Every later mention of a whole name that was not read with a post. */
function findAgain(items: readonly BulletinItem[], name: string | null, same: readonly Named[]): Place[] {
  if (name === null || name.length < 2) return [];
  const taken = new Set(same.map(({ place }) => `${place.item}:${place.paragraph}:${place.start}`));
  return items.flatMap(({ paragraphs }, item) =>
    paragraphs.flatMap((text, paragraph) => {
      const places: Place[] = [];
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const isWithin = same.some(
          ({ place }) => place.item === item && place.paragraph === paragraph && place.start === at,
        );
        if (!isWithin && !taken.has(`${item}:${paragraph}:${at}`))
          places.push(makePlace(text, { item, paragraph }, at, name.length));
      }
      return places;
    }),
  );
}

function wholeName(given: string, named: readonly Named[], known: readonly string[]): string | null {
  const whole = new Set(
    [...known, ...named.filter(({ isGiven }) => !isGiven).map(({ name }) => name)].filter(
      (name) => name.length === given.length + 1 && name.endsWith(given),
    ),
  );
  return whole.size === 1 ? [...whole][0]! : null;
}

/** 省地方志办副主任 is 副主任 where the issue is of that office. */
function listPosts(post: string, office: string | null): string[] {
  return post
    .split('、')
    .map((one) => one.replace(OWN, (whole, place?: string) => (!place || isOwn(place, office) ? '' : whole)));
}

function isOwn(place: string, office: string | null): boolean {
  return office === null ? place.length < 2 : office.includes(place);
}

function makePlace(text: string, { item, paragraph }: Spot, start: number, length: number): Place {
  return { item, paragraph, start, end: start + length, quote: text.slice(start, start + length) };
}
