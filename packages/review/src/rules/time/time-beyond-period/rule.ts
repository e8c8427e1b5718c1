import { readPeriod } from '../../../outline/read-period.ts';
import { isEditorialNote, isForeword } from '../../../outline/is-foreword.ts';
import { defineRule } from '../../../rule.ts';

/** A year that is planned for, or ends a span that began within the period: 2021—2025年、规划至2030年. */
const PLANNED = /[—～~至到－\-、]\s?$|(?:规划|计划|目标|期限|有效期|届满|预计|到期|截止|远期|近期|展望)[^。；]{0,12}$/u;
const FRONT = /编委|编纂委员会|编审|版权|出版|印刷|封面|索引|目录/u;

/** A dated event after the period of the book (下延): 2024年3月 in a yearbook of 2023. */
export const rule = defineRule({
  id: 'time-beyond-period',
  family: 'time',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '记述不超出断限',
  summary:
    '正文记有断限（年鉴为记述年份）以后某年某月的事，请核对年份，或依凡例、编辑说明核对可否下延。断限取项目设置，未设置时取书名、凡例、编辑说明所载。',
  why: '超出断限的年份，或是体例失守，或是年份笔误。',
  silent:
    '断限不明时不查；规划期限、跨年起止、届期，以及序跋、编辑说明、编审人员和照录的文献不报；断限以后四年之外的年份不报。',
  covers: ['YB-YR-04', 'GZ-PER-02'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  // 年 with the month behind it.
  words: [...'123456789'].map((month) => `年${month}`),
  checkWord(passage, yearMark, _, report) {
    const { text, start, end, block, volume } = passage;
    const digitsStart = yearMark - 4;
    // A year of this century with its month, or nothing to look into.
    if (digitsStart < start || text.charCodeAt(digitsStart) !== 0x32) return;
    if (!/^20\d\d年\d{1,2}月/u.test(text.slice(digitsStart, Math.min(end, digitsStart + 8)))) return;
    if (/\d/u.test(text.charAt(digitsStart - 1)) && digitsStart > start) return;
    const period = passage.read(readPeriod);
    if (period === undefined) return;
    const year = Number(text.slice(digitsStart, yearMark));
    if (year <= period.to || year > period.to + 4) return;
    if (PLANNED.test(text.slice(Math.max(start, digitsStart - 24), digitsStart))) return;
    if (isForeword(passage) || isEditorialNote(passage) || FRONT.test(volume.nodes[block.node]?.title ?? '')) return;
    report(digitsStart, yearMark + 1, `${year}年在断限（至${period.to}年）以后，请核对年份，或核对可否下延。`, {
      evidence: [{ label: '断限', value: `${period.from}—${period.to}年`, ...(period.span && { span: period.span }) }],
    });
  },
});
