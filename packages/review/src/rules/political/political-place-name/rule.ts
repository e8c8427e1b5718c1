import { defineRule } from '../../../rule.ts';

const RIGHT: Readonly<Record<string, string>> = {
  尖阁列岛: '钓鱼岛及其附属岛屿',
  尖阁诸岛: '钓鱼岛及其附属岛屿',
  尖阁群岛: '钓鱼岛及其附属岛屿',
  斯普拉特利群岛: '南沙群岛',
  帕拉塞尔群岛: '西沙群岛',
  黄岩礁: '黄岩岛',
  阿鲁纳恰尔邦: '藏南地区',
  东突厥斯坦: '新疆',
  福摩萨: '台湾',
  钓鱼台列屿: '钓鱼岛及其附属岛屿',
  钓鱼台群岛: '钓鱼岛及其附属岛屿',
  钩鱼岛: '钓鱼岛',
  钧鱼岛: '钓鱼岛',
  额菲尔士峰: '珠穆朗玛峰',
  埃佛勒斯峰: '珠穆朗玛峰',
  南中国海: '南海',
};

/** Islands and borderlands by a name that is not the standard one (边疆地名). */
export const rule = defineRule({
  id: 'political-place-name',
  family: 'political',
  severity: 'query',
  norm: 'place-name-regulation-2022',
  clause: '18',
  title: '边疆和岛屿用标准地名',
  summary: '“尖阁列岛”“斯普拉特利群岛”“额菲尔士峰”等非标准地名，提请核对。',
  why: '领土范围内的地名以国家公布的标准地名为准。',
  silent: '引文和书名号内的，不报。',
  covers: ['LN-POL-21'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  blocks: ['paragraph', 'note', 'caption', 'table', 'heading'],
  words: Object.keys(RIGHT),
  checkWord({ text }, start, end, report) {
    report(start, end, `地名建议核对，标准地名为“${RIGHT[text.slice(start, end)]!}”。`);
  },
});
