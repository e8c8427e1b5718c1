import { yearsInSentence } from '../../../dated/year-of-mention.ts';
import { sentenceAround } from '../../../dated/sentence-around.ts';
import { defineRule, type Passage, type Report } from '../../../rule.ts';

/** Organs and posts of the Taiwan authorities written as those of a state; in quotation marks they are left alone. */
const ORGAN =
  /^(?:地区)?(?:的|现任|前任|前|历任|新任)?(?:政府(?!首脑机关)|总统府?|副总统|行政院|立法院|立法委员|监察院|司法院|考试院|外交部|国防部|中央银行|国会|国军|宪法|国家安全局|公民|国籍|独立(?!关税|学院|院校|设计|品牌|音乐))/u;
const LAW = /^(?:地区)?(?:的|现行)?法律(?!界|系|学|服务|人士|专家)/u;
const ABREAST = /^(?:两国|国立|当局总统|(?:地区)?(?:与|和|同|跟)中国(?:之?间|两国|双方|的|关系|贸易|[，。；、）]))/u;
/** International bodies in which the name is 中国台北. */
const BODY = /世界贸易组织|世贸组织|WTO|奥运会|奥委会|亚运会|亚太经合组织|APEC|国际奥委会/u;

/** Words about Taiwan that call for a second look (涉台用语). */
export const rule = defineRule({
  id: 'political-taiwan',
  family: 'political',
  severity: 'query',
  norm: 'taiwan-wording-2016',
  clause: 'pending',
  title: '涉台用语核对',
  summary:
    '“台湾政府”“台湾总统”“台湾行政院”等把台湾地区的机构、职务、规定写作国家的，台湾与中国并列的，国际场合的名称，以及1949年10月以后仍用“中华民国”的，提请核对。',
  why: '台湾是中国的一部分，机构、职务和规定的写法有统一要求。',
  silent: '加引号的机构和职务名称，1949年10月以前的历史记述，书名号内的名称，不报。',
  covers: ['LN-POL-01', 'LN-POL-02', 'LN-POL-03', 'LN-POL-08'],
  exempt: ['title', 'errata', 'quotation'],
  blocks: ['paragraph', 'note', 'caption', 'heading', 'table'],
  words: [
    '台湾',
    '中华民国',
    '中华台北',
    '中国台湾',
    '中台两国',
    '台湾国立',
    '国立台湾',
    '民国政府所在地台',
    '两岸两国',
    '海峡两岸两国',
    '赴台出国',
  ],
  checkWord(passage, start, end, report) {
    const word = passage.text.slice(start, end);
    if (word === '中华民国') return checkRepublic(passage, start, end, report);
    if (word === '台湾') return checkTaiwan(passage, start, end, report);
    if (word === '中国台湾' || word === '中华台北') {
      const { start: from, end: to } = sentenceAround(passage, start);
      if (BODY.test(passage.text.slice(from, to)))
        report(start, end, `国际组织和赛事中的名称，建议核对是否应为“中国台北”。`);
      else if (word === '中国台湾') checkTaiwan(passage, start + 2, end, report);
      return;
    }
    if (word === '国立台湾') {
      report(start, end, '“国立”二字建议核对，一般不写。');
      return;
    }
    report(start, end, '涉台表述，建议核对。');
  },
});

function checkTaiwan({ text, end: last, start: first }: Passage, start: number, end: number, report: Report): void {
  // Straight marks and single ones are quotation marks too.
  if (start > first && /["'‘＂『]/u.test(text.charAt(start - 1))) return;
  const behind = text.slice(end, Math.min(last, end + 12));
  const organ = ORGAN.exec(behind);
  if (organ !== null) {
    report(
      start,
      end + organ[0].length,
      '涉台机构、职务的写法，建议核对：可写“台湾当局”“台湾方面”或“台湾地区……主管部门”。',
    );
    return;
  }
  const law = LAW.exec(behind);
  if (law !== null) {
    report(start, end + law[0].length, '建议核对是否应写“台湾地区有关规定”。');
    return;
  }
  const abreast = ABREAST.exec(behind);
  if (abreast !== null) {
    report(start, end + abreast[0].length, '涉台表述，建议核对。');
    return;
  }
  const before = text.slice(Math.max(first, start - 6), start);
  const joined = /(?<!新)中国(?:和|与|、|及|以及|同|跟|至|到)$/u.exec(before);
  if (joined !== null) report(start - joined[0].length, end, '台湾与“中国”并列，建议核对是否应写“大陆与台湾”。');
}

function checkRepublic(passage: Passage, start: number, end: number, report: Report): void {
  const { text } = passage;
  const before = text.slice(Math.max(passage.start, start - 4), start);
  const behind = text.slice(end, Math.min(passage.end, end + 4));
  const years = yearsInSentence(passage, start);
  const late = years.length > 0 && years.every((year) => year >= 1950);
  if (/台湾$|台湾的$/u.test(before) || (late && !/^(?:时期|年间|成立|建立|元年|初|临时|史)/u.test(behind))) {
    report(start, end, '1949年10月1日以后不用这一名称，建议核对，可写“台湾当局”“台湾方面”或“台湾地区”。');
  }
}
