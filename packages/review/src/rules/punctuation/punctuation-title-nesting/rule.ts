import { defineRule } from '../../../rule.ts';

const REACH = 80;

/** Double title marks within double title marks (书名套书名): 《《条例》解读》. */
export const rule = defineRule({
  id: 'punctuation-title-nesting',
  family: 'punctuation',
  severity: 'error',
  norm: 'gbt15834-2011',
  clause: '4.15.3.5',
  title: '书名套书名用单书名号',
  summary: '书名号里还要用书名号时，外面一层用双书名号，里面一层用单书名号，如《〈条例〉解读》。',
  why: '里外都用双书名号，读者分不清哪一半配哪一半。',
  silent: '书名号不成对的、里外隔着句号的不报。',
  covers: ['LN-PUN-25'],
  exempt: ['errata'],
  blocks: ['paragraph', 'note', 'heading', 'caption', 'table'],
  on: '《',
  check({ text, start, end }, at, report) {
    const to = Math.min(end, at + REACH);
    let inner = at + 1;
    while (inner < to && text[inner] !== '》' && text[inner] !== '《') inner += 1;
    if (inner >= to || text[inner] !== '《') return;
    let close = inner + 1;
    while (close < to && text[close] !== '》' && text[close] !== '《') close += 1;
    let outer = close + 1;
    while (outer < to && text[outer] !== '》' && text[outer] !== '《') outer += 1;
    if (outer >= to || text[close] !== '》' || text[outer] !== '》') return;
    // A lost mark before: the middle one was not meant as an outer one.
    if (/[。；！？\n]/u.test(text.slice(at, outer)) || (inner > at + 1 && text[inner - 1] === '、')) return;
    if (at > start && text[at - 1] === '《') return;
    report(at, outer + 1, '书名号里的书名用单书名号。', {
      replacement: `${text.slice(at, inner)}〈${text.slice(inner + 1, close)}〉${text.slice(close + 1, outer + 1)}`,
    });
  },
});
