import { defineRule } from '../../../rule.ts';
import { findWrongWords } from '../../../words/find-wrong-words.ts';

/** Established terms and names one character off (固定用语一字之差): 人民代大会常务委员会、“一千多支”. */
export const rule = defineRule({
  id: 'typos-term',
  family: 'typos',
  severity: 'query',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '固定用语差一字',
  summary:
    '与通行的固定用语、机构名称只差一个字（错一字、漏一字、多一字）的，请核对：中华人民和国、人民武状部、“一千多支”等。',
  why: '固定用语、机构名称字数多，错一字、漏一字往往滑过。',
  silent: '差的是“的、和、与、等、总”或顿号的，书名号内的，不报。',
  covers: ['WORD-D-3'],
  exempt: ['errata', 'title'],
  blocks: ['paragraph', 'note', 'caption', 'heading', 'table'],
  checkPassage(passage, report) {
    for (const { start, end, right, kind } of findWrongWords(passage)) {
      if (kind !== 'term') continue;
      report(start, end, `与通行用语“${right.replaceAll(/[“”]/gu, '')}”差一个字，请核对。`);
    }
  },
});
