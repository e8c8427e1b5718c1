import { isWordToo, surnameAt } from './surnames.ts';

/** What comes right behind a name: a mark, or the word that says what the person does. */
const STRONG =
  /(?:$|[，。、；：！？（）()“”《》\s]|等|主持|讲话|作|宣读|出席|参加|强调|指出|要求|表示|认为|介绍|汇报|批示|听取|专题|立即|组织|召集|召开|带队|率队|率领|一行|陪同|同志|传达|通报|部署|致辞|致词|发言|总结|主讲|授课|赴|前往|先后|分别|代表|围绕|结合|深入|调研|一同|随同|担任|说|就|对|在|为|以及|并|来|到|视察|检查|督导|看望|慰问|会见|签署|签批|阅|带领|点评|领学|交流|受邀|应邀|现场|提出|肯定)/uy;
const WEAK = /(?:及|和|与|向|从|的|也|率|同|以|将|已|是|又|还|均|任|做)/uy;
const GIVEN = /^[\p{Script=Han}·]{1,2}$/u;
/** No name ends in one. */
const PREPOSITION = /[在对就向从将被并赴]$/u;
/** Words that begin like a name. */
const NO_NAMES =
  /^(?:任[组主副书局院会总第站所]|高度|方面|全面|和平|安全|成都|江苏|时间|常务|章程|明确|解决|施工|任务|支持|宣传|关于|方志|党组|项目|应急|相关|单位|广大|通知|连续|经济|石油|强调|强化|严格|安排|古代|平台|公司|公安|国家|国务|农业|农村|教育|计划|管理|文化|文物|水利|交通|金融|林业|法制|法治|华侨|武装|干部|全体|全省|全市|全县|有关|负责|部分|和各|党员|代表|有序|成员|任命|范围|关系|向全|明显|都市|支部|万元|边远|花卉|家庭|山区|汇报|会议|从事|应对|通过|能力|时期|阳光|师生|广播|解读|和谐|任职|牧业|元旦|尤其|相当|相应|包括|充分|充实|融合|怀着|利用|温馨|居民|巩固|满意|满足|别墅)/u;

/** Reads the name that stands at an offset (姓名): surname and one or two characters, as what follows shows; null for none. */
export function readName(text: string, at: number): string | null {
  const surname = surnameAt(text, at);
  if (surname === 0 || NO_NAMES.test(text.slice(at, at + 3))) return null;
  const ends = [surname + 2, surname + 1].filter((length) => {
    const name = text.slice(at, at + length);
    return (
      name.length === length && GIVEN.test(name.slice(surname)) && !(length - surname > 1 && PREPOSITION.test(name))
    );
  });
  for (const follows of [STRONG, WEAK])
    for (const length of ends) {
      follows.lastIndex = at + length;
      if (follows.test(text)) return text.slice(at, at + length);
    }
  return null;
}

/** Reads the name that ends at an offset, as it stands before a post: 罗文 in 罗文常务副省长; null for none. */
export function readNameBefore(text: string, end: number): string | null {
  for (const length of [3, 2, 4]) {
    const at = end - length;
    if (at < 0) continue;
    const name = text.slice(at, end);
    const surname = surnameAt(text, at);
    const isWhole = surname > 0 && GIVEN.test(name.slice(surname)) && name.length - surname <= 2;
    if (isWhole && (surname > 1 || length < 4) && !NO_NAMES.test(name) && !isWordToo(name[0]!)) return name;
  }
  return null;
}

/** True for a whole name of two to four characters and nothing else (姓名). */
export function isPersonName(text: string): boolean {
  const surname = surnameAt(text, 0);
  const given = text.slice(surname);
  return surname > 0 && given.length <= 2 && GIVEN.test(given) && !NO_NAMES.test(text) && !isWordToo(text[0]!);
}
