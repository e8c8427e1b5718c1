import { findCopies, type Copy } from '../../../across/find-copies.ts';
import { readClauses } from '../../../across/read-clauses.ts';
import { titleOfPlace } from '../../../across/title-of-place.ts';
import { liesInZone } from '../../../find-zone.ts';
import { defineRule, type Book, type Zone } from '../../../rule.ts';

const EXEMPT: readonly Zone[] = ['verbatim', 'chronicle', 'errata'];
/** Passages with other figures tell of other things by one pattern. */
const SAME_FIGURES = 0.6;
/** The wording of laws repeats itself. */
const LEGAL = /第[一二三四五六七八九十百零\d]+[条款]|罚款|本法|本条例/u;

/** A passage that stands twice in the book (雷同记述). */
export const rule = defineRule({
  id: 'duplicates-passage',
  family: 'duplicates',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '同一内容不在两处重复记述',
  summary: '相隔的两段文字八成以上相同（80字以上）的，提请核对是否重复记述，择一详写，另一处互见。',
  why: '同一事两处照抄，既占篇幅，日后改动又容易只改一处，前后不一。',
  silent:
    '特载、文献、附录、大事记不比；常用套语，句式相同而数字、名称不同的（如各乡镇概况），法律条文，名单和表格，不报。',
  covers: ['ACR-01'],
  exempt: EXEMPT,
  presets: ['yearbook', 'gazetteer'],
  checkBook(book, report) {
    const { volume } = book;
    const clauses = readClauses(volume);
    const told = new Set<string>();
    for (const copy of findCopies(volume, clauses, volume, clauses)) {
      if (!isSameMatter(copy) || liesInExemptPart(book, copy)) continue;
      if (LEGAL.test(volume.text.slice(copy.later.start, copy.later.end))) continue;
      const nodes = `${volume.blocks[copy.laterBlock]!.node}|${volume.blocks[copy.earlierBlock]!.node}`;
      if (told.has(nodes)) continue;
      told.add(nodes);
      const title = titleOfPlace(volume, copy.earlierBlock);
      report(
        copy.later.start,
        copy.later.end,
        `此处与${title === '' ? '前文' : `“${title}”`}文字大体相同，建议核对是否重复记述，可择一详写、另一处互见。`,
        { evidence: [{ label: '另一处', span: copy.earlier, ...(title === '' ? {} : { value: title }) }] },
      );
    }
  },
});

function isSameMatter({ figures, sameFigures }: Copy): boolean {
  return sameFigures >= figures * SAME_FIGURES;
}

function liesInExemptPart({ volume, settings, read }: Book, { earlier, earlierBlock }: Copy): boolean {
  const block = volume.blocks[earlierBlock]!;
  const passage = { volume, settings, read, text: volume.text, block, start: block.start, end: block.end };
  return EXEMPT.some((zone) => liesInZone(zone, passage, earlier.start));
}
