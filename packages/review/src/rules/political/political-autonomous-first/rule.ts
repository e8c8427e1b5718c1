import places from '../../../lexicons/autonomous.json' with { type: 'json' };
import { yearOfMention } from '../../../dated/year-of-mention.ts';
import { tellsHistory } from '../../../dated/tells-history.ts';
import { defineRule, type Reader } from '../../../rule.ts';

interface Place {
  readonly name: string;
  readonly stem: string;
  readonly from?: number;
  readonly to?: number;
}

/** Stems that with 县 or 州 behind them are other words or other places: 人民和县、绿色通道县. */
const WORDLIKE = new Set(
  '通道 互助 民和 大化 大通 河南 河口 东乡 江城 双江 三都 新平 五峰 沿河 白沙 长白 昌江 青龙 三江 本溪 连山 连南 玉龙 清原 元江 威宁'.split(
    ' ',
  ),
);

/** 甘孜州 → 甘孜藏族自治州. */
const SHORT: ReadonlyMap<string, Place> = new Map(
  (places as readonly Place[])
    .filter(({ name, stem, to }) => to === undefined && /[县旗州]$/u.test(name) && !WORDLIKE.has(stem))
    .map((place) => [`${place.stem}${place.name.slice(-1)}`, place]),
);

/** The full name may stand anywhere in the book. */
const readText: Reader<string> = ({ text }) => text;

/** An autonomous place that the book calls by its short name alone (民族自治地方首次用全称). */
export const rule = defineRule({
  id: 'political-autonomous-first',
  family: 'political',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '民族自治地方首次出现用全称',
  summary: '“甘孜州”“北川县”等简称，全书未见全称的，在首次出现处提请核对。',
  why: '民族自治地方首次出现用全称，其后再用简称。',
  silent: '书中已写过全称的，成立以前的县名，记述沿革的句子，简报，不报；每个地名全书只提一次。',
  covers: ['LN-POL-14'],
  exempt: ['quotation', 'title', 'errata'],
  presets: ['yearbook', 'gazetteer'],
  words: [...SHORT.keys()],
  checkWord(passage, start, end, report) {
    const { text } = passage;
    const word = text.slice(start, end);
    const { name, from = 1990 } = SHORT.get(word)!;
    const year = yearOfMention(passage, start);
    if ((year !== undefined && year <= from) || tellsHistory(passage, start)) return;
    if (text.indexOf(word) !== start || passage.read(readText).includes(name)) return;
    report(start, end, `全书未见全称“${name}”，首次出现建议写全称。`);
  },
});
