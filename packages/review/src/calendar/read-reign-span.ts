import { listReigns, printYear } from './read-era-year.ts';

const SPAN = /(?:年间|时期|朝)?[（(](?:公元)?(\d{3,4})年?(?:[～—~－至-]|——)(\d{3,4})年?[）)]/uy;
/** The year a title was proclaimed and the year it was counted from may differ by one. */
const SLACK = 1;
const FROM = 600;

/** A bracket behind 年间 that names years outside the reign (年号起止不符); undefined where it fits or is not there. */
export function readReignSpan(
  text: string,
  at: number,
  nameEnd: number,
  end: number,
): { readonly end: number; readonly reign: string } | undefined {
  if (!'年时朝（('.includes(text.charAt(nameEnd)) || nameEnd >= end) return undefined;
  // 王永乐（1901～1965） is a person.
  if (
    /[（(]/u.test(text.charAt(nameEnd)) &&
    /[\u4e00-\u9fff]/u.test(text.charAt(at - 1)) &&
    !/[明清帝宗]/u.test(text.charAt(at - 1))
  )
    return undefined;
  // 咸丰、同治年间, 道光至光绪年间, 康熙雍正年间: the bracket spans more than one title.
  if (/[、至到～—和及-]/u.test(text.charAt(at - 1)) || listReigns(text.slice(at - 2, at)).length > 0) return undefined;
  SPAN.lastIndex = nameEnd;
  const found = SPAN.exec(text);
  if (found === null || nameEnd + found[0].length > end) return undefined;
  const [from, to] = [Number(found[1]), Number(found[2])];
  const reigns = listReigns(text.slice(at, nameEnd)).filter(({ first }) => first > FROM);
  if (reigns.length === 0) return undefined;
  if (reigns.some(({ first, last }) => from >= first - SLACK && to <= last + SLACK && from <= to)) return undefined;
  const reign = reigns.map(({ first, last }) => `${printYear(first)}至${printYear(last)}`).join('或');
  return { end: nameEnd + found[0].length, reign };
}
