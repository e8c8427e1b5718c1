import { defineRule, type Report } from '../../../rule.ts';
import type { Volume } from '../../../volume.ts';

const AGE = /^(?:仅|年仅|年)?(\d{1,3})岁/u;
const BORN =
  /((?:1[5-9]|20)\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?[^。；，\d]{0,10}?(?:出生|生于|诞生|生(?![产活意态效长育前涯平源机物成]))/gu;
const DIED =
  /((?:1[5-9]|20)\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?[^。；\d]{0,24}?(?:逝世|去世|病逝|病故|病殁|牺牲|辞世|就义|殉职|遇难|遇害|谢世|逝|卒)/gu;
/** 生于清光绪八年（1882年）, 卒于1942年. */
const BORN_IN = /(?:出生|生)于(?:[^，。；（\d]{0,14}（)?((?:1[5-9]|20)\d{2})年?/gu;
const DIED_IN = /(?:卒|殁|逝世|去世|病逝|病故|牺牲)于(?:[^，。；（\d]{0,14}（)?((?:1[5-9]|20)\d{2})年?/gu;
const LIFE =
  /[（(]((?:1[5-9]|20)\d{2})(?:年?[^～~—\-－（）()。]{0,8})[～~—\-－]+((?:1[5-9]|20)\d{2})年?[^（）()。]{0,8}[）)]/gu;
const REACH = 4000;
/** 享年81岁, seen from the end; 享年仅81岁 is found by both of its words. */
const BEFORE = /(?=(享年|终年|寿年|享寿|卒年|年仅|时年)(?:仅|年仅|年)?\d{1,3}$)/gu;
/** Most characters of word and number. */
const LONGEST = 7;
/** 年仅, 时年 may speak of any year: the death must stand right before. */
const DEATH = /(?:逝世|去世|病逝|病故|牺牲|辞世|就义|殉职|遇难|遇害|身亡)[，,]$/u;

/** Years of birth and death against the age at death (生卒年与享年). */
export const rule = defineRule({
  id: 'figures-age',
  family: 'figures',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '生卒年与享年相符',
  summary: '写明生年、卒年与“享年”“终年”的，按生卒年复算年龄，不符的报。',
  why: '生年、卒年、享年三者必有一误，读者据以推算会错。',
  silent: '按虚岁计多一两岁、按周岁计少一岁，不报；生卒年没有印在同一段或同一条目的，不报。',
  covers: ['GZ-SRC-06', 'YB-PER-10'],
  exempt: ['quotation'],
  checkBook({ volume }, report) {
    const { text } = volume;
    // One look for 岁, which is rarer than the words are many.
    for (let end = text.indexOf('岁'); end >= 0; end = text.indexOf('岁', end + 1)) {
      if (!isDigit(text.charCodeAt(end - 1))) continue;
      const from = Math.max(0, end - LONGEST);
      for (const { index, 1: word } of text.slice(from, end).matchAll(BEFORE))
        judge(volume, from + index, from + index + word!.length, report);
    }
  },
});

/** A life is told over several paragraphs of one entry (条目): birth, deeds, death. */
function judge({ text, nodes }: Volume, at: number, stop: number, report: Report): void {
  const age = AGE.exec(text.slice(stop, stop + 8));
  if (age === null) return;
  if (/[仅时]/u.test(text.slice(at, stop)) && !DEATH.test(text.slice(Math.max(0, at - 4), at))) return;
  const node = nodes.filter(({ start, end, level }) => level > 0 && start <= at && at < end).pop();
  const from = Math.max(node?.start ?? text.lastIndexOf('\n', at) + 1, at - REACH);
  const life = readLife(text, from, at);
  if (life === undefined) return;
  const years = life.died - life.born;
  const stated = Number(age[1]);
  if (stated >= years - 1 && stated <= years + 2) return;
  const end = stop + age[0].length;
  const message = `生于${life.born}年，卒于${life.died}年，应为${years}岁前后，印作“${text.slice(at, end)}”，请核实。`;
  report(at, end, message, {
    evidence: [
      { label: '生年', value: `${life.born}年` },
      { label: '卒年', value: `${life.died}年` },
      { label: '算式', value: `${life.died}－${life.born}＝${years}` },
    ],
  });
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

interface Life {
  readonly born: number;
  readonly died: number;
}

/** The years last given before the age; of one person, so the death may not stand before the birth. */
function readLife(text: string, from: number, at: number): Life | undefined {
  const before = text.slice(from, at);
  const died = [...before.slice(-80).matchAll(DIED), ...before.slice(-80).matchAll(DIED_IN)].pop();
  const bracket = [...before.matchAll(LIFE)].pop();
  const born = [...before.matchAll(BORN), ...before.matchAll(BORN_IN)].pop();
  if (bracket !== undefined && (born === undefined || born.index < bracket.index)) {
    const [first, last] = [Number(bracket[1]), Number(bracket[2])];
    return died !== undefined && Number(died[1]) !== last ? undefined : { born: first, died: last };
  }
  if (born === undefined || died === undefined) return undefined;
  return { born: Number(born[1]), died: Number(died[1]) };
}
