import terms from '../../../lexicons/phrase-years.json' with { type: 'json' };
import { latestYearOf, yearsInSentence } from '../../../dated/year-of-mention.ts';
import { sentenceAround } from '../../../dated/sentence-around.ts';
import { defineRule, type Passage } from '../../../rule.ts';

interface Term {
  readonly term: string;
  /** Year it was first said, or the meeting held. */
  readonly from?: number;
  /** Before this year the same words meant something else. */
  readonly floor?: number;
  /** Last year it was said. */
  readonly to?: number;
}

const TERMS: ReadonlyMap<string, Term> = new Map((terms as readonly Term[]).map((term) => [term.term, term]));
/** A meeting still to come. */
const AWAITED =
  /迎接|喜迎|迎[^，。]{0,4}召开|献礼|筹备|前夕|即将|将于|拟于|代表(?:候选|选举|推选)|选举产生[^，。]{0,10}代表|编制|谋划|展望|预测|前期|远景|到20\d\d年|研究/u;
/** A sentence that looks from its year to later times. */
const ONWARD = /以来|至今|此后|之后|后来|其后|起[，,]|今[已为仍]/u;
/** What is written when the book is made, not in the year it records. */
const PREFACE = /说明|凡例|前言|序|编后|后记|跋|总述|概述/u;
const PLENUM_OF_OTHERS =
  /(?:省委|市委|县委|区委|州委|团|民革|民盟|民建|民进|农工|致公|九三|台盟|工会|妇联)[^，。；]{0,4}$/u;

/** A phrase or meeting before its time (提法、会议与年份). */
export const rule = defineRule({
  id: 'terms-phrase-year',
  family: 'terms',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '提法、会议与记述年份相符',
  summary:
    '记述某年的事，却出现此后才召开的会议、才提出的提法（如2019年卷出现“党的二十大精神”），按时点表（示例，本单位可另行维护）提请核对。',
  why: '以后来的提法记以前的事，读者会误认时间；也常是误植年份所致。',
  silent: '“迎接”“筹备”等预告性记述、规划编制，凡例、编辑说明、序跋，年份不明的，书名号内和原文照录部分，不报。',
  covers: ['LN-FIX-06', 'LN-FIX-11', 'LN-FIX-18', 'SD-CAL-01'],
  exempt: ['title', 'verbatim', 'errata'],
  words: [...TERMS.keys()],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const { term, from, to, floor = 0 } = TERMS.get(text.slice(start, end))!;
    const before = text.slice(Math.max(passage.start, start - 10), start);
    if (term === '乡村振兴' && text.charAt(end) === '局') return;
    if (/^[一二十]/u.test(term) && /(?:党的|中共|第|[一二三四五六七八九])$/u.test(before) && term.includes('大'))
      return;
    if (term.endsWith('中全会') && PLENUM_OF_OTHERS.test(before)) return;
    const year = tellYear(passage, start, from, to);
    if (year === undefined || year < floor) return;
    const node = passage.volume.nodes[passage.block.node]?.title ?? '';
    if (PREFACE.test(node)) return;
    if (from !== undefined && year < from) {
      report(start, end, `“${term}”${from}年才有，此处记${year}年事，建议核对年份或提法。`);
    } else if (to !== undefined && year > to) {
      report(start, end, `“${term}”用至${to}年前后，此处记${year}年事，建议核对。`);
    }
  },
});

/** The year that speaks against the term, where there is one. */
function tellYear(passage: Passage, at: number, from = 0, to = Infinity): number | undefined {
  const latest = latestYearOf(passage, at);
  const years = yearsInSentence(passage, at);
  const sentence = sentenceAround(passage, at);
  const written = passage.text.slice(sentence.start, sentence.end);
  if (years.length === 0) {
    if (latest === undefined) return undefined;
    if (latest < from) return AWAITED.test(written) && latest >= from - 3 ? undefined : latest;
    return latest > to && passage.settings.recordedYear !== undefined ? latest : undefined;
  }
  const own = Math.max(...years);
  const year = latest !== undefined && latest < own ? latest : own;
  if (year < from) {
    if (AWAITED.test(written) && (year >= from - 3 || (latest !== undefined && latest >= from))) return undefined;
    // Where the book reaches later, the sentence must speak of that year alone.
    if (latest !== undefined && latest >= from && latest !== own && (ONWARD.test(written) || years.length > 1))
      return undefined;
    return year;
  }
  return Math.min(...years) > to ? own : undefined;
}
