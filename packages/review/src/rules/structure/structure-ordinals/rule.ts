import { listTitles, type Title } from '../../../outline/list-titles.ts';
import { defineRule } from '../../../rule.ts';

const RANKS: Readonly<Record<string, number>> = { 卷: 1, 编: 2, 章: 3, 节: 4 };

/** Numbers of parts, chapters and sections that skip or repeat (序码跳号、重号). */
export const rule = defineRule({
  id: 'structure-ordinals',
  family: 'structure',
  severity: 'warning',
  norm: 'gazetteer-convention',
  clause: 'convention',
  title: '编章节的序码连续',
  summary: '“第三章”之后是“第五章”，或两个“第三节”的，报后一处。章在各编内重新起算或全书连续，都可以。',
  why: '跳号多为漏排一章一节，重号多为插入后没有改序。',
  silent: '照录的文献、附录内的序码不查；每编首章从一起或接上编末章的不报。',
  covers: ['GZ-STR-02'],
  exempt: ['verbatim', 'errata'],
  checkBook({ read }, report) {
    const last = new Map<string, Title>();
    const restart = new Set<string>();
    let parent = -1;
    for (const title of read(listTitles)) {
      if (title.ordinal === undefined || RANKS[title.ordinal.unit] === undefined) {
        // A head without a number opens a part of its own.
        if (title.ordinal === undefined && title.mark === '')
          for (const unit of last.keys()) if (last.get(unit)!.level >= title.level) restart.add(unit);
        continue;
      }
      const { unit, value } = title.ordinal;
      const before = last.get(unit);
      if (title.parent !== parent) {
        if (before !== undefined && before.parent !== title.parent) restart.add(unit);
        parent = title.parent;
      }
      const expected = (before?.ordinal?.value ?? 0) + 1;
      const begins = value === 1 && (before === undefined || restart.has(unit));
      if (before !== undefined && value !== expected && !begins) tell(before, title, report);
      last.set(unit, title);
      restart.delete(unit);
      for (const lower of Object.keys(RANKS)) if (RANKS[lower]! > RANKS[unit]!) restart.add(lower);
    }
  },
});

function tell(
  before: Title,
  title: Title,
  report: (start: number, end: number, message: string, detail: object) => void,
): void {
  const was = print(before);
  const is = print(title);
  const verdict = before.ordinal!.value === title.ordinal!.value ? '重号' : '序码不接';
  report(title.start, title.end, `${was}之后为${is}，${verdict}，请核对。`, {
    evidence: [{ label: '前一标题', span: { start: before.start, end: before.end }, value: was }],
  });
}

function print({ ordinal }: Title): string {
  return `第${ordinal!.value}${ordinal!.unit}`;
}
