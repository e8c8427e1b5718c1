import type { PlacedFinding, ReviewedFile } from './reviewed-file.ts';

/** Findings as JSON (结果数据): spans are UTF-16 units of the logical text, `ms` the time of reading and review. */
export function printJson(files: readonly ReviewedFile[], ms: number): string {
  const described = files.map(({ path, chars, findings }) => ({
    path,
    chars,
    findings: findings.map(describeFinding),
  }));
  return `${JSON.stringify({ files: described, ms })}\n`;
}

/** Named one by one: the order and the set of members are promised to programs. */
function describeFinding(finding: PlacedFinding) {
  const { id, rule, family, severity, norm, clause, start, end, line, column, quote, message, evidence } = finding;
  const suggestion = finding.suggestion ?? null;
  return { id, rule, family, severity, norm, clause, start, end, line, column, quote, message, evidence, suggestion };
}
