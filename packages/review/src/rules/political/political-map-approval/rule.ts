import { latestYearOf } from '../../../dated/year-of-mention.ts';
import { defineRule } from '../../../rule.ts';

/** GS（2019）1822号, GS京（2023）0012号, 川S（2023）12号, 鲁SG（2021）012号, 粤AS（2022）009号. */
const NUMBER =
  /^(GS\s?[\u4e00-\u9fff]?|[\u4e00-\u9fff]{1,3}\s?[A-Z]{0,2}S[A-Z]?)\s*(?:（(\d{4})）|\((\d{4})\))\s*\d{1,5}\s*号(?!码)/u;
/** Henan and some others print 〔2020〕. */
const SQUARE = /^[豫辽][A-Z]?S\s*[〔[［](\d{4})[〕\]］]\s*\d{1,5}\s*号/u;
const PROVINCE = /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵云滇藏陕甘青宁新]/u;
/** Prose about such numbers: 申请审图号、审图号管理. */
const VALUE =
  /^\s*(?:[:：]|为|是)?\s*(?=[A-Za-z（(〔[［\d]|[\u4e00-\u9fff]{1,3}\s?[A-Z]?\s?[SＳs5]|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵云滇藏陕甘青宁新国]\s?[（(〔[［])/u;

/** The approval number of a map and its form (审图号格式). */
export const rule = defineRule({
  id: 'political-map-approval',
  family: 'political',
  severity: 'query',
  norm: 'map-regulation-2015',
  clause: '22',
  title: '审图号的格式',
  summary:
    '审图号应有审核机关代字、圆括号内的四位年份、顺序号和“号”字，如“川S（2023）12号”“GS（2023）1234号”；缺项、空缺、代字或年份不合的，提请核对。',
  why: '公开出版的地图须标注审图号，图面与版权页应当一致。',
  silent: '正文谈到审图号的申请、管理而没有写出号码的，不报。',
  covers: ['LN-SEC-09'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'caption', 'heading', 'table'],
  words: ['审图号', '图审号', '审图编号', '审图批准号', '审图：', '审图:', '地图审核号', '图审：', '地图审图号：'],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const behind = text.slice(end, Math.min(passage.end, end + 40));
    if (text.slice(start, end) !== '审图号') {
      if (
        /[:：]$/u.test(text.slice(start, end))
          ? /^\s*(?:GS|[\u4e00-\u9fff]{1,3}[A-Z]?S)/u.test(behind)
          : /^\s*[:：]/u.test(behind)
      )
        report(start, end, '名称建议核对，一般写“审图号”。');
      return;
    }
    const colon = /^\s*[:：]\s*/u.exec(behind);
    if (colon !== null && /^(?:$|\s|[，。；）)\n]|待|暂|无|空|略|X|×|x|[_＿—-])/u.test(behind.slice(colon[0].length))) {
      report(start, end + colon[0].length, '审图号空缺，请核对后补全。');
      return;
    }
    const value = VALUE.exec(behind);
    const lead = value?.[0].length ?? colon?.[0].length;
    if (lead === undefined) return;
    const written = behind.slice(lead);
    const form = NUMBER.exec(written) ?? SQUARE.exec(written);
    const shown = form?.[0] ?? /^[^，。；\n\t]{1,24}/u.exec(written)?.[0] ?? '';
    const to = end + lead + shown.length;
    if (form === null) {
      report(start, to, '审图号的格式建议核对，一般为“川S（2023）12号”“GS（2023）1234号”。');
      return;
    }
    const year = Number(form[3] ?? form[2] ?? form[1]);
    const latest = latestYearOf(passage, start);
    if (!written.startsWith('GS') && !PROVINCE.test(written)) report(start, to, '审图号的审核机关代字建议核对。');
    else if (year < 1990 || (latest !== undefined && year > latest + 4)) report(start, to, '审图号的年份建议核对。');
  },
});
