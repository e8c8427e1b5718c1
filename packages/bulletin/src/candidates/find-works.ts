import type { BulletinItem } from '../bulletin.ts';
import type { Place, TitledWork } from '../candidates.ts';

interface Mention {
  readonly place: Place;
  readonly title: string;
  readonly subtitle: string | null;
  readonly kind: TitledWork['kind'];
  readonly aliases: readonly string[];
  readonly provisional: boolean;
}

const MOST_CHARACTERS = 160;
const DOCUMENT =
  /(?:意见|通知|决定|决议|规划|计划|方案|办法|标准|规范|要点|报告|协议|协定|条例|规定|纲要|通报|批复|规则|细则|准则|公报|说明|制度|章程|指南|清单|法)(?:[（(][^）)]{1,12}[)）])?$/u;
const ALIAS = /^[（(](?:以下简称|下称|以下称|简称)[：:]?\s*[“《]?([^”》）)]{2,30})[”》]?[)）]/u;
const PROVISIONAL = /^[（(](?:暂名|暂定名|暂定|拟名)[)）]/u;
/** A title that stands for a longer one: 《决定》. */
const SHORT = /^.{2,4}$/u;

/** Finds works and documents in 《》 (书名): aliases, provisional titles and subtitles; mentions of one title together. */
export function findWorks(items: readonly BulletinItem[]): TitledWork[] {
  const mentions = items.flatMap(({ paragraphs }, item) =>
    paragraphs.flatMap((text, paragraph) => findMentions(text, item, paragraph)),
  );
  const works = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = keyOf(mention, mentions);
    const same = works.get(key);
    if (same) same.push(mention);
    else works.set(key, [mention]);
  }
  return [...works].map(([key, same]) => gather(key, same));
}

function findMentions(text: string, item: number, paragraph: number): Mention[] {
  const found: Mention[] = [];
  for (let start = text.indexOf('《'); start >= 0; start = text.indexOf('《', start + 1)) {
    const end = findClose(text, start);
    if (end < 0) continue;
    found.push(readMention(text, { item, paragraph, start, end, quote: text.slice(start, end) }));
    start = end - 1;
  }
  return found;
}

function findClose(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + MOST_CHARACTERS); at++) {
    if (text[at] === '《') depth += 1;
    else if (text[at] === '》') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function readMention(text: string, place: Place): Mention {
  const whole = place.quote.slice(1, -1).trim();
  const dash = whole.search(/——|――/u);
  const title = dash > 0 ? whole.slice(0, dash) : whole;
  const behind = text.slice(place.end, place.end + 40);
  const alias = ALIAS.exec(behind);
  return {
    place,
    title,
    subtitle: dash > 0 ? whole.slice(dash + 2) : null,
    kind: tellKind(title, text.slice(Math.max(0, place.start - 6), place.start), behind),
    aliases: alias ? [alias[1]!] : [],
    provisional: PROVISIONAL.test(behind),
  };
}

function tellKind(title: string, before: string, behind: string): TitledWork['kind'] {
  if (/(?:刊登|刊发|刊载|题为|发表)$/u.test(before) || /^(?:信息|一文|的?文章|专题片)/u.test(behind)) return 'article';
  if (
    /(?:简报|简讯|日报|杂志|月刊|季刊|学报)$/u.test(title) ||
    /^(?:杂志|(?:“[^”]{1,24}”){1,3}专刊|[^，。]{0,8}(?:专刊|增刊)|第\d+期|\d{4}年第)/u.test(behind)
  )
    return 'periodical';
  return DOCUMENT.test(title) ? 'document' : 'work';
}

/** A short title goes to the one document of the issue that ends in it. */
function keyOf({ title, place }: Mention, all: readonly Mention[]): string {
  const bare = bareTitle(title);
  if (!SHORT.test(bare) || !DOCUMENT.test(bare)) return bare;
  const longer = new Set(
    all
      .filter((other) => other.place.item === place.item && bareTitle(other.title).length > bare.length)
      .map((other) => bareTitle(other.title))
      .filter((other) => other.endsWith(bare)),
  );
  return longer.size === 1 ? [...longer][0]! : bare;
}

function gather(key: string, same: readonly Mention[]): TitledWork {
  const full = same.find(({ title }) => bareTitle(title) === key)!;
  const aliases = [
    ...same.flatMap((mention) => mention.aliases),
    ...same.map(({ title }) => title).filter((title) => bareTitle(title) !== key),
  ];
  return {
    ...full.place,
    title: full.title,
    subtitle: same.find(({ subtitle }) => subtitle !== null)?.subtitle ?? null,
    kind: full.kind,
    aliases: [...new Set(aliases)],
    provisional: same.some(({ provisional }) => provisional),
    mentions: same.map(({ place }) => place),
  };
}

function bareTitle(title: string): string {
  return title.replaceAll(/\s/gu, '');
}
