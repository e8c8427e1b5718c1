import { findForms, readDictionary } from '../../../across/read-dictionary.ts';
import { tellsHistory } from '../../../dated/tells-history.ts';
import { yearsInSentence } from '../../../dated/year-of-mention.ts';
import { defineRule, type Passage } from '../../../rule.ts';
import type { DictionaryWord } from '../../../settings.ts';

/** A name used outside the years the work's own dictionary gives it (名称与年份不符). */
export const rule = defineRule({
  id: 'names-authority',
  family: 'names',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '名称在词库所列年份之内使用',
  summary: '本书词库写明起止年份的名称，所记年份在此之外的，提请核对，并列出其前后的名称。',
  why: '机构、政区改名有确定的年份，用错时期的名称，读者会误会沿革。',
  silent:
    '词库未写年份的、所记年份不明的不查；写明“原××局”“前身”“更名”等沿革的句子，引文、书名号和原文照录部分，不报。',
  covers: ['LN-NAM-03', 'SD-ORG-01', 'SD-DIV-01', 'ACR-07'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  checkPassage(passage, report) {
    if (passage.settings.dictionary === undefined) return;
    const dictionary = passage.read(readDictionary);
    if (dictionary === undefined) return;
    for (const { start, end, forms } of findForms(passage, dictionary, passage.start, passage.end)) {
      const entries = forms.filter(({ isWrong }) => !isWrong).map(({ entry }) => entry);
      if (entries.length === 0 || !entries.every(isDated)) continue;
      const years = findYears(passage, start);
      if (years.length === 0 || entries.some((entry) => years.some((year) => holds(entry, year)))) continue;
      const [entry] = entries;
      const year = years[years.length - 1]!;
      if (tellsHistory(passage, start)) continue;
      report(start, end, tell(entry!, year));
    }
  },
});

function isDated({ from, to }: DictionaryWord): boolean {
  return from !== undefined || to !== undefined;
}

/** The years of the sentence, else the year the whole book records. */
function findYears(passage: Passage, at: number): readonly number[] {
  const years = yearsInSentence(passage, at);
  const { recordedYear } = passage.settings;
  return years.length > 0 || recordedYear === undefined ? years : [recordedYear];
}

function holds({ from = -Infinity, to = Infinity }: DictionaryWord, year: number): boolean {
  return year >= from && year <= to;
}

function tell({ word, from, to, successor }: DictionaryWord, year: number): string {
  const isLate = to !== undefined && year > to;
  const other = successor === undefined ? '' : `，${isLate ? '其后' : '此前'}为“${successor}”`;
  const limit = isLate ? `用至${to}年` : `自${from!}年起使用`;
  return `按本书词库，“${word}”${limit}${other}，此处记${year}年事，请核对。`;
}
