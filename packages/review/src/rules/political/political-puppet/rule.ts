import { yearOfMention } from '../../../dated/year-of-mention.ts';
import { defineRule } from '../../../rule.ts';

/** The Kuomintang authorities named with 伪 or 匪 (旧政权称谓). */
export const rule = defineRule({
  id: 'political-puppet',
  family: 'political',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '旧政权的称谓',
  summary: '对国民党军政机构称“国民党伪政府”“蒋匪”“蒋伪”等，提请核对是否用当时名称。',
  why: '志书记述旧政权用当时的名称，不加褒贬；“伪”一般只用于日伪政权。',
  silent: '日伪政权、伪军、伪满，引文和原文照录部分，不报。',
  covers: ['LN-POL-22'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  habit: 10,
  words: [
    '国民党伪',
    '国民党匪',
    '伪国民党',
    '伪国民政府',
    '蒋匪',
    '蒋伪',
    '蒋贼',
    '国民党反动派政府',
    '伪中央政府',
    '伪民国',
    '伪政府',
    '伪县政府',
    '伪省政府',
    '伪乡公所',
    '伪县长',
    '伪乡长',
    '伪保长',
    '伪警察局',
  ],
  checkWord(passage, start, end, report) {
    const word = passage.text.slice(start, end);
    if (OF_EITHER.has(word)) {
      if (passage.text.slice(Math.max(passage.start, start - 3), start) === '国民党') return;
      const year = yearOfMention(passage, start);
      if (year === undefined || year < 1946 || year > 1950 || passage.text.charAt(start - 1) === '日') return;
    }
    report(start, end, `“${word}”建议核对，可用当时的机构名称。`);
  },
});

/** Said of the Japanese puppets until 1945, of the Kuomintang after. */
const OF_EITHER = new Set(['伪政府', '伪县政府', '伪省政府', '伪乡公所', '伪县长', '伪乡长', '伪保长', '伪警察局']);
