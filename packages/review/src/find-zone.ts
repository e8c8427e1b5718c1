import type { Passage, Zone } from './rule.ts';
import type { OutlineNode } from './volume.ts';

/** Whether the place lies in the zone (豁免区). Only asked at a hit, so it may look around. */
export function liesInZone(zone: Zone, passage: Passage, at: number): boolean {
  return ASK[zone](passage, at);
}

const ASK: Readonly<Record<Zone, (passage: Passage, at: number) => boolean>> = {
  quotation: (passage, at) => liesBetween(passage, at, '“', '”') || liesBetween(passage, at, '「', '」'),
  title: (passage, at) => liesBetween(passage, at, '《', '》'),
  verbatim: (passage) => readNodeZones(passage).verbatim,
  chronicle: (passage) => readNodeZones(passage).chronicle,
  errata: (passage) => readNodeZones(passage).errata,
  solemn: (passage, at) => SOLEMN.test(readSentence(passage, at)),
};

/** Titles under which documents are printed as they were (特载、文献、附录、讲话); norms 0.4. */
const VERBATIM =
  /^(?:第?[一二三四五六七八九十\d]*[编章类]?\s*)?(?:特\s*载|特\s*辑|文\s*献|附\s*录|附\s*记|文件选[编录]|重要文[件献].*|文\s*存|艺\s*文.*|诗\s*文.*|.*(?:讲话|致辞|工作报告|公告|决定|决议|规定|办法|条例|纪要|通知|碑文|选录|辑录))$/u;
const CHRONICLE = /大\s*事\s*记/u;
/** A table of errata quotes what was wrong. */
const ERRATA = /勘\s*误|正\s*误/u;

/**
 * Sentences that name leaders, the guiding thoughts or the centre: no style finding and no ready edit there. Names only,
 * in no order of rank.
 */
const SOLEMN =
  /习近平|毛泽东|邓小平|江泽民|胡锦涛|周恩来|刘少奇|朱德|总书记|党中央|中共中央|国务院|中央军委|中央委员会|中央政治局|国家主席|总理|全国人大常委会|科学发展观|“三个代表”|马克思|社会主义思想|两个维护|两个确立|四个意识|四个自信/u;

/**
 * How far a zone may reach from the place asked about. Quotations and sentences are shorter; without a bound a paragraph
 * of a whole book in one line would cost the square of its length.
 */
const REACH = 600;

function liesBetween({ text, start, end }: Passage, at: number, open: string, close: string): boolean {
  const opening = open.charCodeAt(0);
  const closing = close.charCodeAt(0);
  const from = Math.max(start, at - REACH);
  let place = at;
  while (place >= from && text.charCodeAt(place) !== opening) {
    if (place < at && text.charCodeAt(place) === closing) return false;
    place -= 1;
  }
  if (place < from) return false;
  const to = Math.min(end, at + REACH);
  for (let next = at; next < to; next += 1) if (text.charCodeAt(next) === closing) return true;
  return false;
}

/** Zones a node lies in by its own title and those above it. */
interface NodeZones {
  readonly verbatim: boolean;
  readonly chronicle: boolean;
  readonly errata: boolean;
}

/** Asked at every hit of an exempt rule, so each node is judged once. */
const NODE_ZONES = new WeakMap<OutlineNode, NodeZones>();

function readNodeZones(passage: Passage): NodeZones {
  const node = passage.volume.nodes[passage.block.node];
  if (node === undefined) return { verbatim: false, chronicle: false, errata: false };
  let zones = NODE_ZONES.get(node);
  if (zones === undefined) {
    zones = {
      verbatim: hasAncestor(passage, VERBATIM),
      chronicle: hasAncestor(passage, CHRONICLE),
      errata: hasAncestor(passage, ERRATA),
    };
    NODE_ZONES.set(node, zones);
  }
  return zones;
}

function hasAncestor(passage: Passage, title: RegExp): boolean {
  let index = passage.block.node;
  while (index > 0) {
    const node: OutlineNode | undefined = passage.volume.nodes[index];
    if (node === undefined) return false;
    if (title.test(node.title.trim())) return true;
    index = node.parent;
  }
  return false;
}

/** The sentence around a place, without its stop; never beyond the passage, nor further than `REACH`. */
function readSentence(passage: Passage, at: number): string {
  const { text } = passage;
  const from = Math.max(passage.start, at - REACH);
  const to = Math.min(passage.end, at + REACH);
  let start = at;
  while (start > from && !isStop(text.charCodeAt(start - 1))) start -= 1;
  let end = at;
  while (end < to && !isStop(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

function isStop(code: number): boolean {
  // 。！？ and the end of a line.
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x0a;
}
