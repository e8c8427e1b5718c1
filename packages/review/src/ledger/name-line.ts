/** Labels of a row that holds the whole (合计行). */
export const TOTAL = /^(?:合计|总计|小计|共计|全[县市省区州国].{0,3}|)$/u;
/** Labels that mean something only under the caption: 小麦种植 面积. */
const GENERIC =
  /^(?:面积|总?产量?|单产|总?产值|数量|金额|人数|户数|合计|总计|总数|总额|收入|支出|利润|利税|数额|件数|个数|次数|其他|长度|余额|存款|贷款|计|小计|总收入|总支出)$/u;

/** Name of a line for comparison: the innermost label, with the topic of the table where it says nothing by itself. */
export function nameLine(label: string, topic: string): string {
  const last = label.slice(label.lastIndexOf('·') + 1);
  return GENERIC.test(last) ? topic.replace(/^.*[县市省区州]/u, '') + label.replaceAll('·', '') : last;
}
