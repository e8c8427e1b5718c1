import { describeClause, FAMILY_NAMES, SEVERITY_NAMES } from '@xiuzhi/review';
import { writeSheet } from '@xiuzhi/manuscript/xlsx';

import { replaceFile } from './replace-file.ts';
import type { ReviewedFile } from './reviewed-file.ts';

const COLUMNS = [
  { header: '序号', width: 6 },
  { header: '文件', width: 20 },
  { header: '行', width: 7 },
  { header: '列', width: 6 },
  { header: '级别', width: 7 },
  { header: '类别', width: 10 },
  { header: '原文', width: 28 },
  { header: '疑点', width: 44 },
  { header: '核算与依据处', width: 40 },
  { header: '建议改为', width: 20 },
  { header: '依据', width: 28 },
  { header: '规则', width: 24 },
  { header: '处理意见', width: 16 },
] as const;

/** Writes the findings as a sheet (疑点清单): one a row, with an empty column for what the editor decides. */
export async function writeFindingsSheet(files: readonly ReviewedFile[], path: string): Promise<void> {
  const all = files.flatMap((file) => file.findings.map((finding) => ({ file: file.path, finding })));
  const rows = all.map(({ file, finding }, index) => [
    index + 1,
    file,
    finding.line,
    finding.column,
    SEVERITY_NAMES[finding.severity],
    FAMILY_NAMES[finding.family],
    finding.quote,
    finding.message,
    finding.evidence.flatMap(({ label, value }) => (value === undefined ? [] : [`${label}：${value}`])).join('\n'),
    finding.suggestion === undefined ? '' : finding.suggestion.replacement || '（删去）',
    describeClause(finding.norm, finding.clause),
    finding.rule,
    '',
  ]);
  const top = ['审校疑点清单', `共 ${files.length} 个文件，疑点 ${all.length} 处。`];
  await replaceFile(path, await writeSheet({ sheet: '疑点清单', isLandscape: true, top, columns: COLUMNS, rows }));
}
