import { sentenceAround } from '../../../dated/sentence-around.ts';
import { yearOfMention } from '../../../dated/year-of-mention.ts';
import { defineRule } from '../../../rule.ts';

/** Whole words, and what to look at. */
const WORDS: Readonly<Record<string, string>> = {
  两岸三地: '“两岸三地”“两岸四地”不用，建议改写具体地名。',
  两岸四地: '“两岸三地”“两岸四地”不用，建议改写具体地名。',
  中国香港特区: '建议核对，可写“香港特别行政区”或“香港特区”。',
  中国澳门特区: '建议核对，可写“澳门特别行政区”或“澳门特区”。',
  中港合资: '港澳台企业与内地（大陆）企业合资，建议核对，可写“内地与香港合资”。',
  中港合作: '香港与内地并称，建议核对，可写“内地与香港”。',
  中港两地: '香港与内地并称，建议核对，可写“内地与香港”。',
  中港关系: '香港与内地并称，建议核对，可写“内地与香港”。',
  中港贸易: '香港与内地并称，建议核对，可写“内地与香港”。',
  中台合资: '台湾与大陆企业合资，建议核对，可写“大陆与台湾合资”。',
  中台合作: '台湾与大陆并称，建议核对，可写“大陆与台湾”或“两岸”。',
  中台两地: '台湾与大陆并称，建议核对，可写“大陆与台湾”或“两岸”。',
  中台关系: '台湾与大陆并称，建议核对，可写“两岸关系”。',
  中台贸易: '台湾与大陆并称，建议核对，可写“两岸贸易”。',
  中港澳: '港澳与内地并称，建议核对，可写“内地与港澳”“内地和港澳”。',
  中港台: '港台与内地并称，建议核对，可分写内地、香港和台湾。',
  大中华地区: '建议核对，可改写具体地名。',
  收回香港主权: '建议核对，规范写法为“对香港恢复行使主权”。',
  收回澳门主权: '建议核对，规范写法为“对澳门恢复行使主权”。',
  香港主权移交: '建议核对，规范写法为“对香港恢复行使主权”。',
  澳门主权移交: '建议核对，规范写法为“对澳门恢复行使主权”。',
  香港主权回归: '建议核对，规范写法为“香港回归祖国”。',
  澳门主权回归: '建议核对，规范写法为“澳门回归祖国”。',
};
const PLACES = ['香港', '澳门', '台湾', '港澳台', '港澳', '港台', '台港澳'];
const ANY = '(?:香港|澳门|台湾|港澳台?|港台|台港澳|港商|台商|港胞|台胞|港资|台资)';

/** Patterns round one of the places: matched against the sentence from 12 characters before it. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!新)中国(?:和|与|、|及|以及|同|跟)(?:香港|澳门|港澳|港台)/u,
    '香港、澳门与“中国”并列，建议核对，可写“内地与香港”。',
  ],
  [
    /(?:香港|澳门|港澳)(?:特别行政区|特区|地区)?(?:和|与|同|及)(?:中国)?大陆/u,
    '与香港、澳门对称，一般写“内地”，建议核对。',
  ],
  [/大陆(?:和|与|同|及)(?:香港|澳门|港澳)(?!台)/u, '与香港、澳门对称，一般写“内地”，建议核对。'],
  [
    /(?:台湾(?:地区)?(?:和|与|同|及)(?:中国)?内地)|(?:内地(?:和|与|同|及)台湾)/u,
    '与台湾对称，一般写“大陆”，建议核对。',
  ],
  [
    /(?:香港|澳门|台湾|港澳台?|港台|台港澳)(?:地区)?(?:同胞|游客|居民|学生|客商|青年|商人|旅客|人士|专家)?[^，。；、]{0,6}(?:来华|访华)/u,
    '港澳台人士不称“来华”，建议核对，可写“来内地”“来大陆”。',
  ],
  [
    /海外(?:的|的?归?来的?)?(?:港胞|台胞|港澳|香港|台湾|澳门|台商|港商)/u,
    '港澳台不称“海外”，建议核对，可直接写“港澳台同胞”等。',
  ],
  [
    /(?:香港|澳门|台湾|港澳台?|港台|台港澳)(?:地区|同胞)?(?:等|在内的)(?:海外|国外|外国)/u,
    '港澳台不称“海外”“国外”，建议核对。',
  ],
  [
    /(?:香港|澳门|台湾|港澳台?|港台|台港澳)(?:地区)?籍?(?:外商|外宾|外籍|外国(?:客商|游客|商人|企业|专家))/u,
    '港澳台客商不称“外商”“外宾”，建议核对，可写“港商”“台商”“港澳台商”。',
  ],
  [
    /(?:香港|澳门|台湾|港澳台?|港商|台商|港胞|台胞)(?:特别行政区|特区|地区)?(?:客商|同胞|企业家)?(?:回国|归国)/u,
    '由港澳台返回不称“回国”，建议核对，可写“返回内地”“返回大陆”。',
  ],
  [
    /出国(?!（|\(|出境|[、和及或]出?境|境)[^，。；（]{0,24}?(?:香港|澳门|台湾|港澳)/u,
    '前往港澳台不称“出国”，建议核对，可写“出境”。',
  ],
  [
    /(?:外宾|外国(?:游客|人|客商|友人|学生)|国外(?:游客|客商|旅客)|海外(?:游客|国家))[^。；]{0,24}(?:其中|包括|有|含)[^。；]{0,30}(?:香港|澳门|台湾|港澳台?)/u,
    '港澳台人士不计入“外宾”“外国游客”，建议核对，可写“境外”并分列。',
  ],
  [
    /(?:香港|澳门|台湾|港澳台?|港台|台港澳)(?:地区)?(?:及|和|与|以及|、)(?:其他|其它)(?:国家(?![和及与或、（(]*地区)|外国|各国)/u,
    '港澳台与“其他国家”并称，建议核对，可写“其他国家和地区”。',
  ],
  [
    /(?:港资|台资|港商|台商)(?:企业)?等(?:外国|国外|外籍|外资)/u,
    '港澳台资与外资宜分列，建议核对，可写“港澳台资和外资”。',
  ],
  [
    /国际航线(?![^。；]*地区)[^。；]{0,16}(?:香港|澳门|台湾)/u,
    '往来港澳台的航线称“地区航线”，建议核对，可写“国际和地区航线”。',
  ],
  [
    /(?:外资企业|外商投资企业|外国投资企业|外资项目|外国企业)[^。；]{0,24}(?:其中|包括|含)[^。；]{0,30}(?:香港|澳门|台湾|港澳台?)(?:企业)?\d+[家户个]/u,
    '港澳台投资企业与外资企业宜分列，建议核对。',
  ],
];

/** Words about Hong Kong and Macao that call for a second look (涉港澳用语). */
export const rule = defineRule({
  id: 'political-hong-kong-wording',
  family: 'political',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '涉港澳用语核对',
  summary:
    '“香港政府”“两岸三地”“中港合资”“中国和香港”等写法，把港澳台称作“海外”“外商”，称港澳台人士“来华”“回国”，与台湾对称写“内地”、与港澳对称写“大陆”的，提请核对。',
  why: '香港、澳门是中国的特别行政区，与内地的称说有统一要求。',
  silent: '1997年、1999年以前对香港、澳门当时政府的记述，机构、企业的专名，不报。',
  covers: ['LN-POL-05', 'LN-POL-06', 'LN-POL-07'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'caption', 'heading'],
  words: [
    ...PLACES,
    ...Object.keys(WORDS),
    '香港政府',
    '澳门政府',
    '中国香港政府',
    '中国澳门政府',
    '港胞',
    '台胞',
    '港商',
    '台商',
    '港资',
    '台资',
  ],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const word = text.slice(start, end);
    const message = WORDS[word];
    if (message !== undefined) {
      if (!/[其集空]$/u.test(text.slice(Math.max(passage.start, start - 1), start))) report(start, end, message);
      return;
    }
    if (word.endsWith('政府')) {
      const year = yearOfMention(passage, start);
      const until = word.includes('香港') ? 1997 : 1999;
      if (year !== undefined && year <= until) return;
      report(start, end, `建议核对，可写“${word.includes('香港') ? '香港' : '澳门'}特别行政区政府”。`);
      return;
    }
    const sentence = sentenceAround(passage, start);
    const from = Math.max(sentence.start, start - 60);
    const piece = text.slice(from, Math.min(sentence.end, end + 24));
    const place = start - from;
    for (const [pattern, told] of PATTERNS) {
      const found = pattern.exec(piece);
      if (found === null || found.index > place || found.index + found[0].length < place + word.length) continue;
      // A sentence that has several of them is told once a pattern.
      if (NAMED.test(piece.slice(found.index, place))) continue;
      report(from + found.index, from + found.index + found[0].length, told);
      return;
    }
  },
});

const NAMED = new RegExp(ANY, 'u');
