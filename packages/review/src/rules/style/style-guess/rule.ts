import { defineRule } from '../../../rule.ts';

/** A guess before a number (猜测之词与数字): 大概有300人. */
export const rule = defineRule({
  id: 'style-guess',
  family: 'style',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '不用大概、差不多、估计',
  summary: '数字前的“大概”“差不多”“也许”“估计”“恐怕”等猜测之词，建议核实后写确数，只能约略的用“约”。',
  why: '志鉴所记须有依据，猜测之词说明数字没有核实。',
  silent: '后面不是数字的不报；引文、照录的文献不报。',
  covers: ['LN-VAG-03'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  words: ['大概', '差不多', '也许', '估计', '恐怕', '好像'],
  checkWord({ text, end }, wordStart, wordEnd, report) {
    if (
      !/^[有是为达在需要产共]{0,2}[\d一二三四五六七八九十百数几]/u.test(text.slice(wordEnd, Math.min(end, wordEnd + 4)))
    )
      return;
    if (/^[一][样起般直]/u.test(text.slice(wordEnd, wordEnd + 2))) return;
    report(wordStart, wordEnd, `“${text.slice(wordStart, wordEnd)}”为猜测之词，建议核实后写确数，或用“约”。`);
  },
});
