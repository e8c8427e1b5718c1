import { defineRule } from '../../../rule.ts';

const ENDINGS = [
  '许可证》',
  '营业执照》',
  '身份证》',
  '资格证》',
  '资格证书》',
  '合格证》',
  '合格证书》',
  '荣誉证书》',
  '毕业证》',
  '毕业证书》',
  '结婚证》',
  '户口簿》',
  '户口本》',
  '登记证》',
  '登记证书》',
  '房产证》',
  '土地证》',
  '驾驶证》',
  '执业证》',
  '使用证》',
  '所有权证》',
  '座谈会》',
  '研讨会》',
  '培训班》',
  '运动会》',
  '博览会》',
  '交易会》',
  '洽谈会》',
];
const AFTER = ['》称号', '》荣誉称号', '》光荣称号', '》奖牌', '》奖状', '》奖杯', '》课程'];

/** Title marks around what is no work (书名号滥用): 《文明城市》称号. */
export const rule = defineRule({
  id: 'punctuation-title-mark',
  family: 'punctuation',
  severity: 'warning',
  norm: 'gbt15834-2011',
  clause: 'A.13.1',
  title: '书名号不用于称号、证照、会议、课程',
  summary: '书名号标明书籍、文章、文件等作品；称号、奖项、证照、会议、活动、课程不是作品，用引号或不用标点。',
  why: '书名号用得太宽，读者会以为另有一部同名的书或文件。',
  silent: '“关于……的”文件名、管理办法等文件和引文里的不报；全书都这样用的只提示一次。',
  covers: ['LN-PUN-23'],
  exempt: ['quotation', 'verbatim', 'errata'],
  habit: 5,
  words: [...ENDINGS, ...AFTER],
  checkWord({ text, start }, at, end, report) {
    const close = text.indexOf('》', at);
    let open = close - 1;
    while (open > start && close - open < 24 && text[open] !== '《' && text[open] !== '》') open -= 1;
    if (text[open] !== '《' || /^《(?:关于|论|在|致)/u.test(text.slice(open, open + 4))) return;
    const name = text.slice(open + 1, close);
    if (/[，：—]|办法|规定|条例|报告|通知|讲话|记/u.test(name)) return;
    // 《森林法》课程 is a course on a work.
    if (text[at] === '》' && /[法典章书志史论记]$/u.test(name)) return;
    report(open, Math.max(end, close + 1), `“${name}”不是作品名，不宜用书名号。`);
  },
});
