import { findBlock } from '../../../across/find-block.ts';
import { findPart } from '../../../across/find-part.ts';
import { readAbbreviations, type Abbreviation } from '../../../across/read-abbreviations.ts';
import { defineRule, type Book } from '../../../rule.ts';
import type { Volume } from '../../../volume.ts';

/** Used so often before, the abbreviation needs no explaining. */
const KNOWN = 12;
/** In the parts before, a few places are a slip; more, and the short name is one that everybody knows. */
const KNOWN_ELSEWHERE = 3;
/** How far back it is looked for. */
const REACH = 80_000;
/** 县委, 县政府 and their like need no explaining. */
const COMMON = /(?:[省市县区州地乡镇团]委|政府|人大|政协|纪委|党委|常委会|法院|检察院)$/u;
/** General words that every committee and project takes for itself. */
const GENERAL =
  /^(?:有关部门|相关部门|主管部门|联席会议|专项资金|试点地区|牵头单位|成员单位|责任单位|领导小组|指挥部|管委会|委员会|办公室|工作组|组委会|筹委会|合作社|开发区|工业园|产业园|示范区|保护区|风景区|项目部|公司|集团)$/u;
/** Before a word that stands by itself. */
const LEADS = /[的在由经向对到与和及是为被将从以于各原等并]/u;
/** Behind it. */
const FOLLOWS = /[的在于和与及对将为由等是从向被把已并或共获正又都也予以召组负发印举开联派设提审批牵会下成]/u;
/** Behind the last character it makes another word: 办法、会议、委员、部门. */
const GOES_ON =
  /办[公理法事]|会[议计员场]|委员|部[门队分]|所[有在以需]|行[政业动为]|院[校士长子]|局[部面限势]|中[心学]|社[会区]/u;

/** An abbreviation used before it is explained, or explained in two ways (简称先于全称). */
export const rule = defineRule({
  id: 'names-abbreviation-first',
  family: 'names',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '先全称括注简称，再用简称',
  summary: '简称用在“（简称××）”之前的，或同一简称先后括注不同全称的，请核对。',
  why: '名称首次出现用全称并括注简称，读者才知简称所指；一个简称只能指一个全称。',
  silent:
    '前文已有括注的，两个字的简称，县委、县政府、领导小组、指挥部等通称，标题、表格、书名号和引文里的，此前已屡用的通行简称，不报。',
  covers: ['GZ-WRT-08', 'LN-NAM-01', 'ACR-03'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'errata'],
  checkBook(book, report) {
    const known = new Map<string, Abbreviation>();
    for (const abbreviation of book.read(readAbbreviations)) {
      const { short, full, start, end, isLocal } = abbreviation;
      if (GENERAL.test(short)) continue;
      const before = known.get(short);
      if (before === undefined) {
        known.set(short, abbreviation);
        const used = COMMON.test(short) ? undefined : findUse(book, abbreviation);
        if (used === undefined) continue;
        report(used, used + short.length, `“${short}”在后文才括注全称“${full}”，建议首次出现时用全称并括注简称。`, {
          evidence: [{ label: '括注处', span: { start: abbreviation.fullStart, end: end + 1 } }],
        });
      } else if (isOther(book.volume, before, abbreviation, isLocal)) {
        report(start, end, `“${short}”前文为“${before.full}”的简称，此处为“${full}”的简称，请核对。`, {
          evidence: [{ label: '前一处', span: { start: before.fullStart, end: before.end + 1 } }],
        });
      }
    }
  },
});

/** 以下简称 holds for its own part only. */
function isOther(volume: Volume, before: Abbreviation, { core, block }: Abbreviation, isLocal: boolean): boolean {
  if (core.endsWith(before.core) || before.core.endsWith(core)) return false;
  const isSamePart =
    findPart(volume, volume.blocks[block]!.node) === findPart(volume, volume.blocks[before.block]!.node);
  return isSamePart || !(isLocal || before.isLocal);
}

/** The first place where the abbreviation stands unexplained. */
function findUse({ volume }: Book, { short, full, fullStart, block: own }: Abbreviation): number | undefined {
  const { text, blocks, nodes } = volume;
  const part = findPart(volume, blocks[own]!.node);
  const { start } = nodes[part]!;
  const earlier: number[] = [];
  let first: number | undefined;
  let count = 0;
  for (
    let at = text.indexOf(short, Math.max(0, fullStart - REACH));
    at >= 0 && at < fullStart;
    at = text.indexOf(short, at + short.length)
  ) {
    if (!standsAlone(text, at, at + short.length, full)) continue;
    if (blocks[findBlock(blocks, at)]?.kind !== 'paragraph') continue;
    if (at < start) earlier.push(at);
    else {
      count += 1;
      first ??= at;
    }
  }
  if (count > KNOWN || earlier.length > KNOWN_ELSEWHERE) return undefined;
  return earlier[0] ?? first;
}

function standsAlone(text: string, start: number, end: number, full: string): boolean {
  const before = text[start - 1] ?? '';
  if (/[\u4e00-\u9fff]/u.test(before) && !LEADS.test(before)) return false;
  const inside = full.indexOf(text.slice(start, end));
  if (inside >= 0 && text.startsWith(full, start - inside)) return false;
  const next = text[end] ?? '';
  if (GOES_ON.test(text.slice(end - 1, end + 1))) return false;
  return (
    end - start > 3 ||
    !/[\u4e00-\u9fff]/u.test(next) ||
    FOLLOWS.test(next) ||
    /[局委办院厅]$/u.test(text.slice(start, end))
  );
}
