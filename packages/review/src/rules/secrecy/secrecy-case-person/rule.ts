import { sentenceAround } from '../../../dated/sentence-around.ts';
import { defineRule } from '../../../rule.ts';

const SURNAME =
  '(?:欧阳|司马|上官|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘])';
/** Name of two or three characters that is not masked: 张大明, not 张某、张××、张某某. */
const NAME = new RegExp(
  `^(?:[：:是为]|（?化名）?)?(${SURNAME}[\\u4e00-\\u9fff]{1,2}?)(?=[、，。；（(）)和因在被以于从将持窜伙入到与向利驾、等]|犯|涉嫌|盗|抢|杀)`,
  'u',
);
const NOT_A_NAME =
  /某|甲|乙|丙|丁|[的了等都均已是有在和因被人及与]|归案|提起|落网|方面|共计|全部|进行|安全|关系|成员|到案|常用|时任|任何|文化|高度|单独|成功|强制|解除|包括|向导|金额|^(?:陈[述诉]|安[置抚葬]|常[见年住]|成[长年]|时[不候期间]|单[位方]|方[可面]|解[除救]|强[行迫]|车[辆内]|金额|钱[款财物]|关[爱心押]|路[过人]|家[属人长]|毛发|尤其|温暖)/u;
const SEXUAL = /强奸|猥亵|性侵|拐卖|卖淫|嫖娼/u;

/** Full names of suspects, accused and victims (案件当事人姓名). */
export const rule = defineRule({
  id: 'secrecy-case-person',
  family: 'secrecy',
  severity: 'query',
  norm: 'personal-information-law-2021',
  clause: '28',
  title: '案件当事人姓名',
  summary:
    '“犯罪嫌疑人”“被告人”“被害人”之后写出完整姓名的，以及性侵、拐卖案件写出当事人姓名年龄的，提请核对是否改用“张某”。',
  why: '案件当事人、未成年人和被害人的姓名属个人信息，公开出版一般隐去。',
  silent: '已写作“张某”“李某某”的，书名号内的，不报。',
  covers: ['LN-POL-23', 'LN-SEC-05'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'caption'],
  habit: 20,
  words: [
    '犯罪嫌疑人',
    '嫌疑人',
    '被告人',
    '被害人',
    '受害人',
    '被害女童',
    '受害女童',
    '被害儿童',
    '被害少女',
    '受害少女',
    '嫌犯',
    '未成年人',
  ],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    if (text.slice(Math.max(passage.start, start - 2), start) === '犯罪') return;
    const found = NAME.exec(text.slice(end, Math.min(passage.end, end + 12)));
    const name = found?.[1];
    if (found === null || name === undefined || NOT_A_NAME.test(name)) return;
    const to = end + found[0].length;
    const sentence = sentenceAround(passage, start);
    const minor = /(?<!\d)(?:\d|1[0-7])岁/u.test(text.slice(to, Math.min(sentence.end, to + 12)));
    const sexual = SEXUAL.test(text.slice(sentence.start, sentence.end));
    const why =
      minor || sexual
        ? '涉及未成年人或被害人隐私，姓名建议核对，一般隐去。'
        : '案件当事人姓名建议核对，一般写作“×某”。';
    report(start, to, why);
  },
});
