import { readHanNumber } from '../../../calendar/read-han-number.ts';
import { defineRule } from '../../../rule.ts';

const AGES = ['享年', '终年'];
const DEATHS = ['逝世', '病逝', '去世', '牺牲', '病故', '卒于'];
const AGE = /(\d{1,3}|[一二三四五六七八九十百零〇]{1,5})岁/uy;
const SPAN = /[（(](\d{4})(?:年[^（）()～—]{0,6})?(?:[～~－-]|——?)(\d{4})(?:年[^（）()]{0,6})?[）)]/gu;
const BIRTH = /(\d{4})年[^。，；（）]{0,10}(?:出生|生于|诞生)|(?:生于|出生于)[^。，；（）]{0,6}?(\d{4})年/gu;
const DEATH_BEFORE = /(\d{4})年(?:\d{1,2}月(?:\d{1,2}日)?)?[^。；，的\d]{0,16}$/u;
const DEATH_AND_AGE =
  /(\d{4})年(?:\d{1,2}月(?:\d{1,2}日)?)?[^。；，的\d]{0,16}(?:逝世|病逝|去世|牺牲|病故|卒|殉职|就义)[^。；\d]{0,8}$/u;
const DEATH_AFTER = /[^。；，\d]{0,6}?(\d{4})年/uy;
/** Nobody in a gazetteer lived longer. */
const LONGEST = 115;

/** Birth, death and age of one person that do not agree (生卒年与享年). */
export const rule = defineRule({
  id: 'dates-life-span',
  family: 'dates',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '生卒年、享年相符',
  summary: '同一段内，卒年早于生年的，或“享年”“终年”的岁数与生卒年之差相差两岁以上的。',
  why: '生卒年是人物传的骨架，误一字便与事迹对不上。',
  silent: '周岁、虚岁之差不报；一段写到几个人的生年、生年不明的不报。',
  exempt: ['errata'],
  words: [...AGES, ...DEATHS],
  checkWord({ text, start, end }, at, last, report) {
    const head = text.slice(start, at);
    if (AGES.includes(text.slice(at, last))) {
      AGE.lastIndex = last;
      const printed = AGE.exec(text);
      if (printed === null || last + printed[0].length > end) return;
      const life = readLife(head);
      const age = readHanNumber(printed[1]!);
      if (life === undefined || age === undefined || life.death < life.birth) return;
      const years = life.death - life.birth;
      if (Math.abs(age - years) <= 1) return;
      report(at, last + printed[0].length, `生于${life.birth}年、卒于${life.death}年，应为${years}岁左右，请核实。`, {
        evidence: [{ label: '生卒年之差', value: String(years) }],
      });
      return;
    }
    const birth = readBirth(head);
    if (birth === undefined) return;
    DEATH_AFTER.lastIndex = last;
    const after = text[last - 1] === '于' ? DEATH_AFTER.exec(text) : null;
    const before = DEATH_BEFORE.exec(head.slice(-48));
    const death = Number(after?.[1] ?? before?.[1] ?? 0);
    if (death === 0 || (death >= birth && death - birth <= LONGEST)) return;
    const stop = after === null ? last : last + after[0].length;
    report(at, stop, `文中生于${birth}年、卒于${death}年，请核实。`);
  },
});

interface Life {
  readonly birth: number;
  readonly death: number;
}

/** Years of the one person of whom this text tells; undefined where there are more, or the years are not told. */
function readLife(head: string): Life | undefined {
  const spans = [...head.matchAll(SPAN)];
  if (spans.length > 1) return undefined;
  if (spans.length === 1) return { birth: Number(spans[0]![1]), death: Number(spans[0]![2]) };
  const birth = readBirth(head);
  const death = DEATH_AND_AGE.exec(head.slice(-48))?.[1];
  return birth === undefined || death === undefined ? undefined : { birth, death: Number(death) };
}

function readBirth(head: string): number | undefined {
  const births = [...head.matchAll(BIRTH)];
  return births.length === 1 ? Number(births[0]![1] ?? births[0]![2]) : undefined;
}
