import { findPersonVariants } from '../../../across/find-person-variants.ts';
import { defineRule } from '../../../rule.ts';

/** One holder of a post under two names (一职两名). */
export const rule = defineRule({
  id: 'names-variant-person',
  family: 'names',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '同一职务的人名前后一致',
  summary: '同一年、同一职务之后的人名只差一个音近、形近字的（县长张庆林、县长张庆琳），提请核对是否同一人。',
  why: '人名一字之差即成两人，同音字最易录错。',
  silent: '年份不同的，所差的字不相近的，不是同一职务的，不报。',
  covers: ['LN-NAM-05', 'LN-NAM-07', 'ACR-08'],
  exempt: ['title', 'errata'],
  checkBook(book, report) {
    for (const { start, end, post, name, usual, count, usualCount, usualStart } of findPersonVariants(book))
      report(start, end, `“${post}${name}”他处作“${usual}”，请核对是否同一人。`, {
        evidence: [
          { label: '另一处', span: { start: usualStart, end: usualStart + usual.length } },
          { label: '出现次数', value: `${usual}${usualCount}处，${name}${count}处` },
        ],
      });
  },
});
