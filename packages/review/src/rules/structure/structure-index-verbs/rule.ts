import { defineRule } from '../../../rule.ts';

const VERB = /^(?:加强|开展|召开|举办|推进|做好|强化|完善|组织|落实|大力|深入|加快|实施|提高)[\u4e00-\u9fff]{3,}/u;

/** Index heads that begin with a verb (索引标目用动词开头). */
export const rule = defineRule({
  id: 'structure-index-verbs',
  family: 'structure',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '索引标目以名词为主',
  summary: '索引标目以“加强”“开展”“召开”等动词开头的，建议改为名词性标目。',
  why: '标目按首字排序，以“加强”开头的都排在一处，读者查不到所要的主题。',
  silent: '只查标题为“索引”部分的各行；“开展”等作名词的不报。',
  covers: ['YB-IDX-06', 'YB-IDX-01'],
  exempt: ['quotation', 'title'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  checkBook({ volume: { text, blocks, nodes } }, report) {
    const isIndex = nodes.map(({ title }) => /索\s*引$/u.test(title));
    if (!isIndex.includes(true)) return;
    nodes.forEach(({ parent }, index) => {
      if (parent > 0 && isIndex[parent] === true) isIndex[index] = true;
    });
    for (const { kind, start, end, node } of blocks) {
      if (kind !== 'paragraph' || isIndex[node] !== true) continue;
      const found = VERB.exec(text.slice(start, Math.min(end, start + 30)));
      if (found !== null) report(start, start + 2, '索引标目以动词开头，建议改为名词性标目。');
    }
  },
});
