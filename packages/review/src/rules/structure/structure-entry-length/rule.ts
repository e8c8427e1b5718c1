import { isRegularPart } from '../../../outline/is-regular-part.ts';
import { readEntries } from '../../../outline/read-entries.ts';
import { defineRule } from '../../../rule.ts';

const FEWEST = 20;
const MOST = 1500;
/** A manuscript of a few entries is not judged by its lengths. */
const LEAST_ENTRIES = 5;
const OVERVIEW = /概况|综述|概述|基本情况|概貌|总体/u;
const ROUTINE = /慰问|茶话会|座谈会|走访|联谊|团拜/u;

/** Entries with next to nothing in them, or too much for one matter (条目长短), and routine visits as entries. */
export const rule = defineRule({
  id: 'structure-entry-length',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '条目长短适中，例行活动不立条',
  summary: `条目正文不足${FEWEST}字的提示补充或合并，超过${MOST}字的提示分条或压缩；慰问、茶话会、座谈会等例行活动立条而不足100字的，提示并入其他条目。`,
  why: '过短没有资料，过长多是两事并记或照搬总结。',
  silent: '概况、综述不限长；条目下另有表格、图片或子条目的不报；特载、大事记、人物、附录和不足五条的散稿不查。',
  covers: ['YB-ENT-05', 'YB-ENT-08'],
  exempt: ['verbatim', 'chronicle'],
  presets: ['yearbook'],
  habit: 20,
  checkBook({ volume, read }, report) {
    const entries = read(readEntries);
    if (entries.length < LEAST_ENTRIES) return;
    for (const { node, title, start, length, tables } of entries) {
      if (tables > 0) continue;
      const isRoutine = ROUTINE.test(title) && length < 100;
      if (!isRoutine && length >= FEWEST && (length <= MOST || OVERVIEW.test(title))) continue;
      if (!isRegularPart(volume, node)) continue;
      const message =
        length < FEWEST
          ? `条目正文只有${length}字，建议补充或并入其他条目。`
          : isRoutine
            ? '例行活动内容简略，建议并入其他条目。'
            : `条目正文${length}字，建议分条或压缩。`;
      report(start, start + title.length, message);
    }
  },
});
