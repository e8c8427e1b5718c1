import { pathToFileURL } from 'node:url';

import { describeClause, ENGINE_VERSION, RULES, SEVERITY_NAMES, type Severity } from '@xiuzhi/review';

import type { PlacedFinding, ReviewedFile } from './reviewed-file.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  query: 'warning',
  info: 'note',
};

/** Findings as SARIF 2.1.0 (审校结果交换格式), one run; regions are of the logical text, columns in UTF-16 units. */
export function printSarif(files: readonly ReviewedFile[]): string {
  const order = new Map(RULES.map(({ id }, index) => [id as string, index]));
  const rules = RULES.map(({ id, title, summary, severity, norm, clause }) => ({
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: summary },
    help: { text: `依据：${describeClause(norm, clause)}` },
    defaultConfiguration: { level: LEVELS[severity] },
  }));
  const results = files.flatMap((file) => file.findings.map((finding) => describeResult(file.path, finding, order)));
  return `${JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: '修志审校', semanticVersion: toSemantic(ENGINE_VERSION), rules } },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path }) => ({ location: { uri: toUri(path) } })),
        results,
      },
    ],
  })}\n`;
}

function describeResult(path: string, finding: PlacedFinding, order: ReadonlyMap<string, number>) {
  const { id, rule, family, severity, start, end, line, column, quote, message, evidence, suggestion } = finding;
  const uri = toUri(path);
  const region = { charOffset: start, charLength: end - start };
  // A quote that runs over lines has no end column of its own line.
  const lines = quote.includes('\n')
    ? { startLine: line, startColumn: column }
    : { startLine: line, startColumn: column, endColumn: column + (end - start) };
  const related = evidence.flatMap(({ label, value, span }, index) =>
    span === undefined
      ? []
      : [
          {
            id: index,
            message: { text: value === undefined ? label : `${label}：${value}` },
            physicalLocation: {
              artifactLocation: { uri },
              region: { charOffset: span.start, charLength: span.end - span.start },
            },
          },
        ],
  );
  return {
    ruleId: rule,
    ...(order.has(rule) ? { ruleIndex: order.get(rule)! } : {}),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: { ...lines, ...region, snippet: { text: quote } },
        },
      },
    ],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    partialFingerprints: { 'xiuzhiFinding/v1': id },
    properties: { family, severity, severityName: SEVERITY_NAMES[severity] },
    ...(suggestion === undefined
      ? {}
      : {
          fixes: [
            {
              artifactChanges: [
                {
                  artifactLocation: { uri },
                  replacements: [{ deletedRegion: region, insertedContent: { text: suggestion.replacement } }],
                },
              ],
            },
          ],
        }),
  };
}

/** Standard input has no address of its own. */
function toUri(path: string): string {
  if (path === '-') return 'stdin.txt';
  return path.startsWith('/') ? pathToFileURL(path).href : path.split(/[\\/]/u).map(encodeURIComponent).join('/');
}

function toSemantic(version: string): string {
  return /^\d+\.\d+\.\d+$/u.test(version) ? version : `${Number.parseInt(version, 10) || 0}.0.0`;
}
