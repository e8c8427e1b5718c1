import { DOUBLED_MARKS } from '../../../punctuation/doubled-marks.ts';
import { defineRule } from '../../../rule.ts';

const STOPS = '，。、；：';
/** Told as doubled marks by the rule of that name. */
const DOUBLED: ReadonlySet<string> = new Set(DOUBLED_MARKS);

/** Two pause marks of unlike weight in a row, or a pause mark just inside an opening bracket (标点重叠): ，：、（，. */
export const rule = defineRule({
  id: 'typos-double-mark',
  family: 'typos',
  severity: 'error',
  norm: 'error-criteria-2005',
  clause: '25',
  title: '点号重叠',
  summary: '两个不同的点号接连出现的（，：、。；），点号紧跟在前括号、前引号之后的，疑有衍误。',
  why: '改稿、删字后最易留下多余的点号。',
  silent: '三个以上相同的点号（另由省略号规则管）、勘误表，不报。',
  covers: ['WORD-D-6'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'caption'],
  words: [
    '%%',
    '％％',
    '％%',
    '%％',
    ...[...STOPS].flatMap((first) => [...STOPS].map((second) => first + second)).filter((word) => !DOUBLED.has(word)),
    ...[...'（“《'].flatMap((first) => [...'，。、；'].map((second) => first + second)),
  ],
  checkWord({ text, start: from }, start, end, report) {
    const word = text.slice(start, end);
    if (text[start - 1] === word[0] && start > from) return;
    if (text[end] === word[1]) return;
    const same = word[0] === word[1];
    report(start, end, `“${word}”两个标点相连，疑有衍误，请核对。`, same ? { replacement: word.charAt(0) } : {});
  },
});
