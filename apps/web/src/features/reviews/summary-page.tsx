/** Summary page (汇总页). */
export function SummaryPage() {
  return null;
}
