import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { listTitles } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const CALL =
  /^(?:大力|努力|深入|奋力|加快|狠抓|切实|着力|全力|认真|进一步|不断|扎实|持续|坚决|强力|积极|坚持|做好|抓好|全面(?!建成|建设小|依法|从严|深化改革|禁|二孩|两孩|小康|预算|普查|质量|推行河|推行林))(?=[\u4e00-\u9fff]{2})/u;
const GENERAL =
  /^(?:开展|加强|推进|强化|推动|促进|完善|提升|提高|落实|工作|情况|活动|组织开展|实施)(?=[\u4e00-\u9fff]{4})/u;
const EMPTY = /^(?:关于(?!岭|镇|村)|今年|近年|本年度?|一年来|当年|有关(?!镇|村))/u;
const TERMS =
  /^(?:推进会|推动会|提升改造|提高班|完善率|加强连|活动板房|活动中心|活动室|工作队|工作站|工作委|工作组|情况通报|实施方案)/u;

/** A title that calls for something, or begins with a word nobody looks up (标题用号召语、虚词开头). */
export const rule = defineRule({
  id: 'structure-title-slogan',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '标题首词宜为检索词',
  summary:
    '标题以“大力”“加快”“深入”“开展”“加强”“推进”“关于”“今年”等号召语、泛词、虚词、时间词开头的，建议改为名词性短语。',
  why: '索引按首词排，“开展”“加强”排在一处，读者查不到所记的事。',
  silent: '“全面依法治县”“推进会”等专名不报；特载、文献、附录、人物、大事记不报；简报不查。',
  covers: ['YB-TTL-03', 'YB-TTL-04', 'YB-TTL-12', 'GZ-STR-03'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  checkBook({ volume, read }, report) {
    for (const { start, text, node } of read(listTitles)) {
      const found = CALL.exec(text) ?? EMPTY.exec(text) ?? GENERAL.exec(text);
      if (found === null || TERMS.test(text) || !isRegularPart(volume, node)) continue;
      report(start, start + found[0].length, `标题以“${found[0]}”开头，不便检索，建议改为名词性短语。`);
    }
  },
});
