import { styleText } from 'node:util';

import { describeClause, SEVERITIES, SEVERITY_NAMES, type Severity } from '@xiuzhi/review';

import type { ReviewedFile } from './reviewed-file.ts';

const COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan' | 'dim'>> = {
  error: 'red',
  warning: 'yellow',
  query: 'cyan',
  info: 'dim',
};
const QUOTE_LENGTH = 40;

/** Findings for reading (结果清单): one a line, and a summary line at the end. */
export function printPretty(files: readonly ReviewedFile[], ms: number, colour: boolean): string {
  return `${[...files.flatMap((file) => printPlaces(file, colour)), summarise(files, ms)].join('\n')}\n`;
}

/** Findings of one file (疑点清单), one a line: `path:line:column`, severity, sentence, quote, rule, basis. */
export function printPlaces({ path, findings }: Pick<ReviewedFile, 'path' | 'findings'>, colour = false): string[] {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  return findings.map((finding) =>
    [
      paint('bold', `${path}:${finding.line}:${finding.column}`),
      paint(COLOURS[finding.severity], SEVERITY_NAMES[finding.severity]),
      `${finding.message}（${shorten(finding.quote)}）`,
      paint('dim', `${finding.rule} ${describeClause(finding.norm, finding.clause)}`),
    ].join(' '),
  );
}

/** The summary line (汇总): files, characters, findings by severity, seconds. */
export function summarise(files: readonly ReviewedFile[], ms: number): string {
  const characters = files.reduce((sum, { chars }) => sum + chars, 0);
  const all = files.flatMap(({ findings }) => findings);
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: all.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const byName = counts.map(({ severity, count }) => `${SEVERITY_NAMES[severity]} ${count}`).join('、');
  const found = all.length === 0 ? '未发现疑点' : `疑点 ${all.length} 处（${byName}）`;
  return `共 ${files.length} 个文件、${characters} 字符，${found}，用时 ${(ms / 1000).toFixed(2)} 秒。`;
}

/** A quote on one line, cut in the middle of long ones and never inside a surrogate pair. */
function shorten(quote: string): string {
  const characters = Array.from(quote.replace(/\s+/g, ' '));
  return characters.length <= QUOTE_LENGTH
    ? characters.join('')
    : `${characters.slice(0, QUOTE_LENGTH - 10).join('')}……${characters.slice(-8).join('')}`;
}
