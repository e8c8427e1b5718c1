import { defineRule } from '../../../rule.ts';

const BOOK = /年\s*鉴\s*[·]?\s*[（(]?\s*((?:19|20)\d\d)(?:\s*[）)]|卷|年|$)/u;
const BARE = /^《?[\u4e00-\u9fff]{2,12}年鉴》?$/u;
const NOTE = /编辑说明|编写说明|编纂说明|凡\s*例/u;
const SPAN = /(\d{4})年1月1日\s?起?\s?(?:至|—|～|到)\s?(?:(\d{4})年|当年|同年)?(\d{1,2})月(\d{1,2})日/u;

/** The volume year against the years recorded (卷号与记述年份): volume 2024 records 2023, from 1 January to 31 December. */
export const rule = defineRule({
  id: 'structure-volume-year',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '卷号为记述年份加一，记述时限为全年',
  summary:
    '书名所标卷号不等于记述年份加一，编辑说明所记时限不是1月1日至12月31日，或书名没有卷号的，请核对。记述年份取项目设置，未设置时取编辑说明。',
  why: '卷号与记述年份错位，逐年使用就会差一年。',
  silent: '书名没有出现、编辑说明没有写时限的不报；统计年鉴等另有体例的请在项目设置中写明记述年份。',
  covers: ['YB-YR-01', 'YB-YR-02', 'YB-YR-03', 'YB-CMP-04', 'YB-PUB-04'],
  exempt: ['quotation'],
  presets: ['yearbook'],
  checkBook({ volume: { text, nodes }, settings }, report) {
    const book = nodes.find(({ title }) => BOOK.test(title));
    const bare = nodes.find(({ title, level }) => level === 1 && BARE.test(title));
    if (book === undefined && bare !== undefined) {
      report(bare.start, bare.start + bare.title.length, '书名没有标卷号，建议写作“某某年鉴（卷号）”。');
    }
    const note = nodes.find(({ title }) => NOTE.test(title));
    let recorded = settings.recordedYear;
    if (note !== undefined) {
      const found = SPAN.exec(text.slice(note.start, Math.min(note.end, note.start + 6000)));
      if (found !== null) {
        const at = note.start + found.index;
        const [, from = '', to = from, month, day] = found;
        if (from !== to || month !== '12' || day !== '31') {
          report(at, at + found[0].length, '记述时限一般为1月1日至12月31日，请核对。');
        } else if (recorded !== undefined && recorded !== Number(from)) {
          report(at, at + found[0].length, `项目设置的记述年份为${recorded}年，编辑说明所记时限为${from}年，请核对。`);
        }
        recorded ??= Number(from);
      }
    }
    if (book === undefined || recorded === undefined) return;
    const year = Number(BOOK.exec(book.title)![1]);
    if (year === recorded + 1) return;
    report(
      book.start,
      book.start + book.title.length,
      `卷号为${year}，记述年份为${recorded}年，卷号一般为记述年份加一，请核对。`,
      {
        evidence: [{ label: '记述年份加一', value: `${recorded}＋1＝${recorded + 1}` }],
      },
    );
  },
});
