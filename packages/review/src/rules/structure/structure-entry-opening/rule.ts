import { defineRule, type Passage } from '../../../rule.ts';

/** A first sentence that tells why before it tells what (条目开头套语): 为深入贯彻……. */
export const rule = defineRule({
  id: 'structure-entry-opening',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '条目开门见山',
  summary: '条目首句以“为深入贯彻”“为进一步”“为全面落实”“在……领导下”等目的、套语开头的，建议直接写时间、主体和事情。',
  why: '读者查条目是要知道何时何人做了何事，目的套语每条相同，没有资料价值。',
  silent: '只看条目首句；引文、照录的文献和简报不查。',
  covers: ['YB-ENT-04'],
  exempt: ['quotation', 'title', 'verbatim', 'chronicle'],
  presets: ['yearbook'],
  habit: 20,
  words: [
    '为深入贯彻',
    '为认真贯彻',
    '为全面贯彻',
    '为贯彻落实',
    '为深入学习',
    '为进一步',
    '为全面落实',
    '为切实',
    '为扎实',
    '为认真落实',
    '为深入推进',
    '为全面推进',
    '为大力',
    '为不断',
  ],
  checkWord(passage, wordStart, wordEnd, report) {
    if (!opensEntry(passage, wordStart)) return;
    report(wordStart, wordEnd, '条目首句先写目的，建议开门见山，先写时间、主体和事情。');
  },
});

/** Whether the place is within the opening words of the first paragraph of an entry. */
function opensEntry({ text, volume, block, start }: Passage, at: number): boolean {
  const node = volume.nodes[block.node]!;
  const isFirst = node.title.startsWith('【') && start === node.start + node.title.length + 1;
  const inLine = /^【[^【】]{1,40}】/u.exec(text.slice(start, start + 44));
  if (!isFirst && inLine === null) return false;
  const head = text.slice(start + (inLine?.[0].length ?? 0), at).trim();
  return head === '' || /^(?:\d{4}年(?:\d+月(?:\d+日)?)?[，,]?|\d+月\d+日[，,]?)$/u.test(head);
}
