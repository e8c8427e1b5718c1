import { defineRule } from '../../../rule.ts';

const BOOK = /^《?\s*([\u4e00-\u9fff]{1,14}[省市县区州乡镇村旗]志)\s*》?\s*([（(][^）)]*[）)])?$/u;
const CONTINUED =
  /^《?\s*(?:续修|续|新修|重修|第二轮)[\u4e00-\u9fff]{2,12}[省市县区州乡镇]志|[省市县区州乡镇]志\s*[（(]?(?:续|续编|续修|二轮|第二轮|续志)[）)]?$/u;

/** The title of a gazetteer (志书书名): the place's name, 志 and the years covered; no 续修; a district under its city. */
export const rule = defineRule({
  id: 'structure-gazetteer-title',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '志书书名的写法',
  summary: '书名写行政区名加“志”，续修的标断限年份，不用“续修”“续”“二轮”字样；区志冠所属市名。',
  why: '书名不标断限，历次所修的志书同名，引用时无法区分。',
  silent: '只看作为标题出现的书名，正文里提到的旧志不报；乡镇志、村志不查断限。',
  covers: ['GZ-STR-08', 'GZ-STR-09', 'GZ-PER-01'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['gazetteer'],
  checkBook({ volume: { nodes } }, report) {
    for (const { title, level, start } of nodes) {
      if (level !== 1) continue;
      const end = start + title.length;
      if (CONTINUED.test(title)) {
        report(start, end, '书名不用“续修”“续”等字样，建议写作政区名加“志”，括注断限年份。');
        continue;
      }
      const book = BOOK.exec(title);
      if (book === null) continue;
      const name = book[1]!;
      const years = book[2] ?? '';
      if (name.endsWith('区志') && !/[市州盟]/u.test(name.slice(0, -2)) && !/自治区志$|地区志$/u.test(name)) {
        report(start, end, '区志书名宜冠所属市名，如“甲市乙区志”。');
      } else if (/[市县区州]志$/u.test(name) && !/\d{4}/u.test(years)) {
        report(start, end, '书名没有标断限年份，建议括注，如“（1986—2005）”。');
      }
    }
  },
});
