import type { Finding } from '@xiuzhi/review';

import { locateLines } from './locate-lines.ts';
import type { Reviewed } from './reviewed.ts';

/** Findings as JSON (结果数据): spans are UTF-16 units of the logical text, `ms` the time of reading and review. */
export function printJson(files: readonly Reviewed[], ms: number): string {
  return `${JSON.stringify({ files: files.map(describeFile), ms })}\n`;
}

function describeFile({ input, findings }: Reviewed) {
  const { text } = input.manuscript.volume;
  const locate = locateLines(text);
  return {
    path: input.path,
    chars: text.length,
    findings: findings.map((finding) => describeFinding(finding, locate(finding.start))),
  };
}

/** Named one by one: the order and the set of members are promised to programs. */
function describeFinding(finding: Finding, { line, column }: { line: number; column: number }) {
  const { id, rule, family, severity, norm, clause, start, end, quote, message, evidence, suggestion } = finding;
  return {
    id,
    rule,
    family,
    severity,
    norm,
    clause,
    start,
    end,
    line,
    column,
    quote,
    message,
    evidence,
    suggestion: suggestion ?? null,
  };
}
