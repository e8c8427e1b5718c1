import type { Report } from '../rule.ts';
import { printFigure } from './read-figure.ts';
import type { RelationConflict } from './relation.ts';
import type { TableView } from './table-view.ts';

/** Reports a figure of a table that others contradict, with the recomputation. */
export function reportRelation(view: TableView, item: number, conflict: RelationConflict, report: Report): void {
  const { grid } = view;
  const { cell, line, expected, formula } = conflict;
  const computed = printFigure(expected.value, Math.max(grid.decimals[cell]!, 1));
  const names = `“${view.lines[line] ?? ''}”的“${view.items[item] ?? ''}”`;
  report(
    grid.startOf(cell),
    grid.endOf(cell),
    `${names}印作${grid.textOf(cell)}，按${formula}推算为${computed}，请核实。`,
    {
      evidence: [
        { label: '推算', value: computed },
        ...expected.cells.map((source) => ({
          label: '依据',
          span: { start: grid.startOf(source), end: grid.endOf(source) },
          value: grid.textOf(source),
        })),
      ],
    },
  );
}
