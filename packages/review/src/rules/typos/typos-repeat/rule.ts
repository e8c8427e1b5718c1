import { defineRule } from '../../../rule.ts';
import { findWrongWords } from '../../../words/find-wrong-words.ts';

/** A word printed twice in a row (衍文): 进行进行、工作的工作的. */
export const rule = defineRule({
  id: 'typos-repeat',
  family: 'typos',
  severity: 'query',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '词语重复',
  summary: '两到四个字的词语接连出现两次的（进行进行、工作的工作的），疑有衍文，请核对。',
  why: '改稿、换行、换页时最易把一个词排成两遍。',
  silent: '“一个一个”“研究研究”等有意重叠的、前后分属两词的（各民族民族风情）、引文和书名号内的，不报。',
  covers: ['WORD-D-4'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  checkPassage(passage, report) {
    for (const { start, end, right, kind } of findWrongWords(passage)) {
      if (kind !== 'repeat' || joinsTwoWords(passage.text, start, end, right)) continue;
      report(start, end, `“${right}”接连出现两次，疑有衍文，请核对。`);
    }
  },
});

/** Nouns that may end one name and begin the next: 各民族民族风情、国有企业企业改制. */
const NOUNS =
  /^(?:年度|季度|月份|总队|大队|中队|支队|小队|分队|公社|民族|企业|农业|工业|商业|教育|干部|工人|人民|中国|国家|社会|文化|经济|技术|科技|公司|银行|学校|医院|大学|中学|小学|行政|人口|人员|单位|机构|部门|组织|管理|建设|工程|项目|产业|行业|服务|保险|保障|救助|安全|卫生|环境|资源|土地|水利|交通|电力|体育|旅游|金融|市场|政府|乡镇|农村|城市|城镇|社区|地方|地区|委员|主任|书记|党员|团员|妇女|青年|儿童|职工|居民|农民|学生|教师|专家|代表)/u;

/** What makes a longer word of the second: 妥善保管保管物、一道工序工序长. */
const LONGER = /[物长员者人费率期量权地点]/u;

function joinsTwoWords(text: string, start: number, end: number, word: string): boolean {
  if (word.length === 2 && LONGER.test(text.charAt(end)) && /[\u4e00-\u9fff]/u.test(text.charAt(start - 1)))
    return true;
  return (
    word.length === 2 &&
    NOUNS.test(word) &&
    /[\u4e00-\u9fff]/u.test(text.charAt(start - 1)) &&
    /[\u4e00-\u9fff]/u.test(text.charAt(end))
  );
}
