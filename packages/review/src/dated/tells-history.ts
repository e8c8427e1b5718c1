import type { Passage } from '../rule.ts';
import { sentenceAround } from './sentence-around.ts';

/** Words by which a sentence tells how a name came about or went (沿革). */
const HISTORY =
  /前身|旧[称名]|曾|兼任|时任|历任|更名|改[为称名]|并入|整合(?:为|成|组建|而成|设)|合并|撤[销县市区]|基础上组建|划[入归转]|转隶|不再(?:保留|设)|机构改革|沿革|由来|升格|简历|生于|籍贯|[省市县]籍/u;

/** 原 as a prefix of a name: 原乙县国土资源局, （原工商局. */
const FORMER =
  /(?<![草平高中太还复荒燎冰塬川])原(?!则|料|来|因|油|煤|材|有|始|理|创|本|告|著|文|作|值|价|野|上|平)[^，。；、：]{0,16}$/u;

/** Whether a name from another time is in its place here: the sentence tells its history, or says 原 before it (记述沿革). */
export function tellsHistory(passage: Passage, at: number): boolean {
  const { start, end } = sentenceAround(passage, at);
  const { text } = passage;
  return HISTORY.test(text.slice(start, end)) || FORMER.test(text.slice(start, at));
}
