import { findCopies } from '../../../across/find-copies.ts';
import { readClauses } from '../../../across/read-clauses.ts';
import { titleOfPlace } from '../../../across/title-of-place.ts';
import { defineRule } from '../../../rule.ts';

/** Han characters that tell a copied entry from a matter of course. */
const LEAST_VERBATIM = 80;

/** A passage taken over from last year's book, with other figures or as it was (改年份照抄). */
export const rule = defineRule({
  id: 'duplicates-previous',
  family: 'duplicates',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '不照抄上年卷',
  summary: '与上年卷相应文字八成以上相同，只改了年份、数字或一字未改的（80字以上），提请核对是否写出了当年的新情况。',
  why: '年鉴一年一记，改年份照抄上年，当年的事就漏记了。',
  silent: '未附上年卷的不查；特载、附录、编辑说明，地理、历史沿革等历年不变的内容，不报。',
  covers: ['YB-ENT-10', 'ACR-02'],
  exempt: ['verbatim', 'errata', 'quotation'],
  checkBook({ volume, settings }, report) {
    const { previous } = settings;
    if (previous === undefined) return;
    const copies = findCopies(volume, readClauses(volume), previous, readClauses(previous));
    const told = new Set<number>();
    for (const { later, earlier, laterBlock, earlierBlock, isVerbatim } of copies) {
      if (told.has(laterBlock) || later.end - later.start < LEAST_VERBATIM) continue;
      if (isLasting(volume.nodes, volume.blocks[laterBlock]!.node)) continue;
      told.add(laterBlock);
      const title = titleOfPlace(previous, earlierBlock);
      const where = title === '' ? '上年卷' : `上年卷“${title}”`;
      report(
        later.start,
        later.end,
        isVerbatim
          ? `此处与${where}文字相同，建议核对是否为当年情况。`
          : `此处与${where}文字大体相同，只有个别字词、数字不同，建议核对并补充当年新情况。`,
        { evidence: [{ label: '上年卷', value: excerpt(previous.text.slice(earlier.start, earlier.end)) }] },
      );
    }
  },
});

/** What does not change from year to year. */
const LASTING =
  /凡例|说明|编委|地理|位置|地貌|地形|地质|水系|河流|山脉|土壤|气候|沿革|建置|历史|区划|简介|方言|民俗|风俗|名胜|古迹|文物/u;

function isLasting(nodes: readonly { readonly title: string; readonly parent: number }[], node: number): boolean {
  for (let index = node; index > 0; index = nodes[index]!.parent) {
    if (LASTING.test(nodes[index]!.title.replaceAll(/\s/gu, ''))) return true;
  }
  return false;
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 40)}……${text.slice(-12)}`;
}
