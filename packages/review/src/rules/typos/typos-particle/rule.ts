import { defineRule } from '../../../rule.ts';

/** Characters that may stand before or behind a doubled particle and make two words of it: 目的+的、了+了解. */
const INNOCENT: Readonly<Record<string, readonly [before: string, after: string]>> = {
  的的: ['目标有', '确士'],
  了了: ['为除不得完', '解结却如断'],
  是是: ['于但可凡只还总正国求', '非'],
  为为: ['行作认成因以称人难', '民人'],
  和和: ['共总饱温缓调中维柔人平协', '平谐气睦解好田林静县美'],
  与与: ['参赠授给赋', '会'],
  及及: ['以涉普波危顾触言埃提', '时早其格'],
  被被: ['', '告害动子执拆征调查申管侵褥套单判保'],
  将将: ['即必大小上主名老少中', '军士领来官近要'],
  从从: ['服自随遵', '严事业容军'],
  并并: ['合兼吞归裁', '存网购列轨联处'],
  由由: ['自理缘事因根', ''],
};

/** A particle printed twice (虚字重复): 的的、了了. */
export const rule = defineRule({
  id: 'typos-particle',
  family: 'typos',
  severity: 'warning',
  norm: 'error-criteria-2005',
  clause: '6',
  title: '虚字重复',
  summary: '“的的”“了了”“和和”等虚字接连出现两次的，疑衍一字。',
  why: '改稿留下的重字，通读时最易滑过。',
  silent: '前后分属两词的（目的的、为了了解、共和和平），引文和书名号内的，不报。',
  covers: ['WORD-D-4'],
  exempt: ['quotation', 'title', 'verbatim', 'errata'],
  words: Object.keys(INNOCENT),
  checkWord({ text }, start, end, report) {
    const [before, after] = INNOCENT[text.slice(start, end)]!;
    const [previous, next] = [text.charAt(start - 1), text.charAt(end)];
    if (before.includes(previous) && previous !== '') return;
    if (after.includes(next) && next !== '') return;
    if (!/[\u4e00-\u9fff]/u.test(next)) return;
    if (next === text.charAt(start) || previous === next) return;
    report(start, end, `“${text.slice(start, end)}”疑衍一字，请核对。`);
  },
});
