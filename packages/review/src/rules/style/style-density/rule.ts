import { isForeword } from '../../../outline/is-foreword.ts';
import { defineRule, type Passage } from '../../../rule.ts';
import type { Block } from '../../../volume.ts';
import { listWords } from '../../../wording/list-words.ts';

const ADVERBS = listWords(
  '扎实推进 扎实开展 扎实做好 深入推进 深入开展 深入实施 全面推进 全面加强 全面落实 大力推进 大力实施 大力发展',
  '着力推进 着力提升 着力打造 切实加强 切实做好 切实提高 进一步加强 进一步提高 进一步完善 有序推进 有力推动 有效提升',
  '有效推进 不断加强 不断提升 不断完善 持续推进 持续加强 高效推进 积极推进 积极开展 圆满完成 稳步推进 大力开展',
);
const PATTERN = new RegExp(ADVERBS.join('|'), 'gu');

/** More of them than this in a thousand characters, and at least so many, are noticed. */
const MOST_PER_THOUSAND = 12;
const LEAST = 5;

/** Adverbs of reports crowding a paragraph (修饰副词密集): told once a paragraph. */
export const rule = defineRule({
  id: 'style-density',
  family: 'style',
  severity: 'info',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '“扎实推进”“进一步加强”等堆叠',
  summary:
    '一段之内“扎实推进”“深入开展”“进一步加强”“切实做好”等总结用语达五处以上、每千字超过十二处的，提示一次，建议压缩，多写事实和数据。',
  why: '总结用语密集的段落，往往照搬工作总结，没有多少可存的史料。',
  silent: '零星使用的不报；引文、照录的文献、署名的序跋和涉及中央的句子不报；每段只提示一次。',
  covers: ['EMP-04', 'LN-VAG-04'],
  exempt: ['quotation', 'title', 'verbatim', 'solemn'],
  presets: ['yearbook', 'gazetteer'],
  habit: 20,
  words: ADVERBS,
  checkWord(passage, wordStart, wordEnd, report) {
    const crowd = readCrowd(passage);
    if (crowd.first !== wordStart || isForeword(passage)) return;
    report(
      wordStart,
      wordEnd,
      `本段有“${passage.text.slice(wordStart, wordEnd)}”等总结用语${crowd.count}处，建议压缩，多写事实和数据。`,
    );
  },
});

interface Crowd {
  readonly first: number;
  readonly count: number;
}

/** Asked at every word of a paragraph, so each is counted once. */
const CROWDS = new WeakMap<Block, { readonly text: string; readonly crowd: Crowd }>();

function readCrowd({ text, start, end, block }: Passage): Crowd {
  const kept = CROWDS.get(block);
  if (kept?.text === text) return kept.crowd;
  const hits = [...text.slice(start, end).matchAll(PATTERN)];
  const crowded = hits.length >= LEAST && hits.length * 1000 > MOST_PER_THOUSAND * (end - start);
  const crowd = { first: crowded ? start + hits[0]!.index : -1, count: hits.length };
  CROWDS.set(block, { text, crowd });
  return crowd;
}
