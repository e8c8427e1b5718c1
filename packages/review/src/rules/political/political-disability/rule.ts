import { defineRule } from '../../../rule.ts';

const RIGHT: Readonly<Record<string, string>> = {
  残废人: '残疾人',
  残废者: '残疾人',
  残废儿童: '残疾儿童',
  独眼龙: '视力残疾人',
  瞎子: '盲人或视力残疾人',
  聋子: '聋人或听力残疾人',
  哑巴: '言语残疾人',
  瘸子: '肢体残疾人',
  跛子: '肢体残疾人',
  傻子: '智力残疾人',
  弱智儿童: '智力残疾儿童',
  弱智学生: '智力残疾学生',
  弱智人: '智力残疾人',
  弱智者: '智力残疾人',
  低能儿: '智力残疾儿童',
  精神病人员: '精神障碍患者',
  疯子: '精神障碍患者',
};
/** Folk literature, dialects and plays keep their words. */
const FOLK = /方言|谚|歇后|民间|故事|传说|戏|曲|歌谣|诗|文学|俗|语言|人物|轶|艺/u;
/** Names of stories, places, food and games. */
const NAMED = /^[阿胡王张李刘赵陈杨孙周吴、黑]$/u;

/** Demeaning words for disabled people (残疾人称谓). */
export const rule = defineRule({
  id: 'political-disability',
  family: 'political',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '残疾人的称谓',
  summary: '“残废人”“瞎子”“聋子”“傻子”等称谓，提请核对是否改为“残疾人”“盲人”“聋人”“智力残疾人”等。',
  why: '残疾人的称谓应当平等、尊重，与残疾人保障法律的用语一致。',
  silent: '方言、谚语、民间文学、戏曲等部分，引文和书名号内，“革命残废军人”等当时的名称，不报。',
  covers: ['LN-POL-24'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: Object.keys(RIGHT),
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const before = text.slice(Math.max(passage.start, start - 1), start);
    const behind = text.slice(end, Math.min(passage.end, end + 1));
    if (NAMED.test(before) && text.slice(start, end).endsWith('子')) return;
    if (/^[摸捉沟湾坟岗洼炮胡同花]/u.test(behind)) return;
    for (let node = passage.block.node; node > 0; node = passage.volume.nodes[node]?.parent ?? 0)
      if (FOLK.test(passage.volume.nodes[node]?.title ?? '')) return;
    const word = text.slice(start, end);
    report(start, end, `称谓建议核对，可写“${RIGHT[word] ?? '残疾人'}”。`);
  },
});
