import { sentenceAround } from '../../../dated/sentence-around.ts';
import { defineRule } from '../../../rule.ts';

const COUNTRY =
  '(?:美国|日本|韩国|英国|法国|德国|俄罗斯|泰国|印度尼西亚|印尼|印度|越南|加拿大|新西兰|意大利|西班牙|葡萄牙|荷兰|瑞士|瑞典|新加坡|马来西亚|菲律宾|缅甸|老挝|柬埔寨|蒙古国?|巴西|墨西哥|阿联酋|沙特阿拉伯|沙特|南非|埃及|澳大利亚|比利时|波兰|乌克兰|哈萨克斯坦|巴基斯坦|孟加拉国?|朝鲜|土耳其|以色列|尼日利亚|肯尼亚|阿根廷|智利|丹麦|挪威|芬兰|奥地利|匈牙利|捷克|希腊|伊朗|尼泊尔|斯里兰卡|文莱|前?苏联)';
/** Country at the end of what stands left: 产品销往日本、; with one character only where the list is of such. */
const COUNTRY_LEFT = new RegExp(
  `(?:${COUNTRY}|(?:^|[、往到自来赴向为有与和])[美日韩英法德俄泰加马])(?:[（(][^（()）]{0,12}[）)])?$`,
  'u',
);
const COUNTRY_RIGHT = new RegExp(`^(?:${COUNTRY}|[美日韩英法德俄泰加马新](?=[、，和及与等]))`, 'u');
const SUFFIX = '(?:特别行政区|特区)?';
/** The rest of the list and 等国, 等国家, 三国: countries alone. */
const COUNTRIES_ONLY = new RegExp(
  `^[”"]?${SUFFIX}(?:地区|省)?(?:[（(][^（()）]{0,12}[）)])?(?:\\s*(?:、|和|及|以及|与|或)\\s*[\\u4e00-\\u9fff]{1,9}?(?:[（(][^（()）]{0,12}[）)])?)*?(?:(?:等|共|这|在内的|共计)(?:\\d+|[一二两三四五六七八九十几多数百]+)?[多余]?个?|(?:\\d+|[两三四五六七八九十]+)[多余]?个?)(?:国家(?!\\s*(?:和|及|与|或|、|以及|（|\\()?\\s*（?(?:和|及|、)?地区)(?![级队标重])|国(?![家际内外有民务营产道防庆土])(?![和及、与]地区))`,
  'u',
);
const TOGETHER = /国家[和及、与或（(]*(?:和|及)?地区|国别|国际|境外|国（地区|国家\(地区|国[和及、]地区/u;
/** What may follow one of them in a plain list. */
const LISTED = /^(?:$|[、，,。；）)和及与的客游商市考访展投洽参采])/u;

/** Hong Kong, Macao or Taiwan in a list of countries (港澳台与国家并列). */
export const rule = defineRule({
  id: 'political-hong-kong-list',
  family: 'political',
  severity: 'query',
  norm: 'news-wording-2016',
  clause: 'pending',
  title: '港澳台不与国家并列',
  summary: '港澳台与国家列在一起而统称“等国”“等国家”，或直接列在国家之间而没有“地区”字样，提请核对。',
  why: '香港、澳门、台湾是中国的地区，与国家连用应写“国家和地区”，或把地区另列。',
  silent: '统称“等国家和地区”“等地”，国家之后另写“和香港地区”，列作“中国香港”“中国台湾”的，不报。',
  covers: ['LN-POL-04'],
  exempt: ['title', 'errata'],
  blocks: ['paragraph', 'note', 'caption', 'heading'],
  words: [
    '香港',
    '澳门',
    '台湾',
    '港澳台',
    '港澳',
    '港台',
    '台港澳',
    '港、澳',
    '港、澳、台',
    '台等国',
    '港等国',
    '台、日',
    '台、韩',
    '台、美',
    '港、日',
    '港、韩',
    '港、美',
    '港、新',
    '台、新',
  ],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const sentence = sentenceAround(passage, start);
    const word = text.slice(start, end);
    const before = text.slice(Math.max(sentence.start, start - 40), start);
    if (SHORT_LIST.has(word)) {
      const name = start + 1;
      if (!/[美日韩英法德俄泰加马新印][、和]$/u.test(before)) return;
      const tail = COUNTRIES_ONLY.exec(text.slice(name, Math.min(sentence.end, name + 60)));
      if (tail !== null) report(start, name + tail[0].length, MESSAGE);
      return;
    }
    const behind = text.slice(end, Math.min(sentence.end, end + 80));
    const tail = COUNTRIES_ONLY.exec(behind);
    if (tail !== null) {
      // A list is told at the first of them alone.
      // 港澳台地区及新加坡等国: 地区 is said of them.
      if (/^地区[、和及与以]/u.test(behind)) return;
      if (!/(?:香港|澳门|台湾|港澳台?|港台|台港澳)(?:特别行政区|特区|地区|省)?[、和及与]$/u.test(before)) {
        report(start, end + tail[0].length, MESSAGE);
      }
      return;
    }
    if (before.endsWith('中国') || !LISTED.test(behind)) return;
    const left = /(?:、|和|及|以及|与)$/u.exec(before);
    const nearLeft = left !== null && COUNTRY_LEFT.test(before.slice(0, left.index));
    const right = /^(?:、|和|及|以及|与)/u.exec(behind);
    const nearRight = right !== null && COUNTRY_RIGHT.test(behind.slice(right[0].length));
    if (!nearLeft && !nearRight) return;
    const whole = text.slice(sentence.start, sentence.end);
    if (TOGETHER.test(whole) || /^[^，]*?(?:等|[两三四五六七八九])地/u.test(behind)) return;
    report(start, end, MESSAGE);
  },
});

/** One character each: told only behind a country of one character. */
const SHORT_LIST = new Set([
  '台等国',
  '港等国',
  '台、日',
  '台、韩',
  '台、美',
  '港、日',
  '港、韩',
  '港、美',
  '港、新',
  '台、新',
]);

const MESSAGE = '港澳台与国家连用，建议核对：可写作“等国家和地区”，或把地区另列。';
