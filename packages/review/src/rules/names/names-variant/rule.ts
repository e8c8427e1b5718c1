import { findNameVariants } from '../../../across/find-name-variants.ts';
import { defineRule } from '../../../rule.ts';

/** An institution seldom written otherwise than usual (机构名异写). */
export const rule = defineRule({
  id: 'names-variant',
  family: 'names',
  severity: 'query',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '同一机构名称全书一种写法',
  summary:
    '机构名称（六字以上）个别处与多数处只差一字的：“和”写作“与”，漏“县”字，音近、形近字，长名称中漏一字，提请核对。',
  why: '同一机构一处一个写法，读者不知是否两家，索引也会分成两条。',
  silent:
    '通行写法不足四处、异写超过其五分之一的，所差为序数、方位、大小的（第一、第二小学），引文和书名号中的，不报。',
  covers: ['LN-NAM-02', 'LN-NAM-07', 'LN-NAM-12', 'ACR-09'],
  exempt: ['quotation', 'title', 'errata'],
  checkBook(book, report) {
    for (const { start, end, usual, count, usualCount, usualStart } of findNameVariants(book)) {
      const name = book.volume.text.slice(start, end);
      report(start, end, `此处为“${name}”，全书多作“${usual}”，请核对是否同一机构。`, {
        evidence: [
          { label: '另一处', span: { start: usualStart, end: usualStart + usual.length } },
          { label: '出现次数', value: `${usual}${usualCount}处，${name}${count}处` },
        ],
      });
    }
  },
});
