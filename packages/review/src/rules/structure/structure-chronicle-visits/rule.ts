import { defineRule } from '../../../rule.ts';

const CHRONICLE = /大\s*事\s*[记纪]/u;
const DATED = /^(?:[△▲●■\s]*)(?:\d{1,2}月|\d{1,2}日|同日|是日|[△▲])/u;
const VISIT = /(?:到|在|赴|来)[^，。；]{1,20}(?:调研|视察|考察|督导|检查指导|慰问|走访|检查)/u;
const FEWEST = 10;
const MOST_SHARE = 0.3;

/** A chronicle that is a diary of visits (大事记写成活动日志). */
export const rule = defineRule({
  id: 'structure-chronicle-visits',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '大事记不写成活动日志',
  summary: '大事记里领导调研、视察、慰问一类的记事超过三成的，建议压缩，突出当地的大事要事。',
  why: '大事记记地方的大事，不是领导的活动日志。',
  silent: `不足${FEWEST}条的散稿不查；志书不查。`,
  covers: ['YB-CHR-05'],
  exempt: [],
  presets: ['yearbook'],
  checkBook({ volume: { text, nodes } }, report) {
    const chronicle = nodes.find(({ title }) => CHRONICLE.test(title));
    if (chronicle === undefined) return;
    const lines = text
      .slice(chronicle.start, chronicle.end)
      .split('\n')
      .filter((line) => DATED.test(line));
    const visits = lines.filter((line) => VISIT.test(line)).length;
    if (lines.length < FEWEST || visits <= lines.length * MOST_SHARE) return;
    const end = chronicle.start + chronicle.title.length;
    report(chronicle.start, end, `大事记${lines.length}条中，调研、视察、慰问类有${visits}条，建议压缩。`, {
      evidence: [{ label: '占比', value: `${visits}÷${lines.length}＝${Math.round((visits * 100) / lines.length)}%` }],
    });
  },
});
