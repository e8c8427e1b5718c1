import type { Report } from '../rule.ts';
import { addParts } from './judge-parts.ts';
import { listParts } from './list-parts.ts';
import type { Part } from './read-parts.ts';
import { printInScale, type Quantity } from './read-quantity.ts';

/** Reports parts that do not make their total (分项与合计不符), with every place and the recomputation. */
export function reportSum(text: string, total: Quantity, parts: readonly Part[], report: Report): void {
  const sum = addParts(parts);
  const printed = text.slice(total.start, total.end);
  const computed = printInScale(sum, total);
  const gap = printInScale(Math.round(Math.abs(sum - total.value) * 1e6) / 1e6, total);
  const expression = listParts(parts.map(({ quantity }) => printInScale(quantity.value, total)));
  const first = parts[0]!.quantity;
  const last = parts[parts.length - 1]!.quantity;
  report(
    Math.min(total.start, first.start),
    Math.max(total.end, last.end),
    `合计${printed}，所列分项之和为${computed}${total.unit}，相差${gap}${total.unit}，请核实。`,
    {
      evidence: [
        { label: '印刷合计', span: { start: total.start, end: total.end }, value: printed },
        { label: '分项之和', value: parts.length === 1 ? computed : `${expression}＝${computed}` },
        { label: '差额', value: gap },
        ...parts.map(({ label, quantity }) => ({
          label: label === '' ? '分项' : `分项（${label}）`,
          span: { start: quantity.start, end: quantity.end },
          value: text.slice(quantity.start, quantity.end),
        })),
      ],
    },
  );
}
