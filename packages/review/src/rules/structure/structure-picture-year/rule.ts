import { readPeriod } from '../../../outline/read-period.ts';
import { defineRule } from '../../../rule.ts';

const TAKEN =
  /(?<!\d)((?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^。；]{0,30}(?:摄|供图|图片|照片)|摄于\s?((?:19|20)\d\d)年/u;

/** A picture taken outside the recorded year (图片时间不在记述年). */
export const rule = defineRule({
  id: 'structure-picture-year',
  family: 'structure',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '图片时间在记述年内',
  summary: '图片说明所记拍摄时间不在记述年份的，请核对。记述年份取项目设置，未设置时取书名、编辑说明所载。',
  why: '年鉴图片反映当年面貌，误用旧图会使图文不合。',
  silent: '记述年份不明、说明中没有拍摄时间的不查；回顾展、旧照专页请人工认定。',
  covers: ['YB-IMG-02', 'YB-IMG-01'],
  exempt: ['quotation', 'title'],
  presets: ['yearbook'],
  habit: 20,
  blocks: ['caption', 'paragraph'],
  words: ['摄影', '摄）', '摄)', '供图', '摄于'],
  checkWord(passage, wordStart, wordEnd, report) {
    const { text, start, end } = passage;
    if (end - start > 160) return;
    const period = passage.read(readPeriod);
    if (period === undefined) return;
    const line = text.slice(start, Math.min(end, wordEnd + 12));
    const found = TAKEN.exec(line);
    if (found === null) return;
    const year = Number(found[1] ?? found[2]);
    if (year >= period.from && year <= period.to) return;
    // Two of the words may stand in one line.
    if (/供图|摄/u.test(text.slice(start + found.index, wordStart).replace(found[0], ''))) return;
    report(start + found.index, start + found.index + found[0].length, `图片时间为${year}年，不在记述年份内，请核对。`);
  },
});
