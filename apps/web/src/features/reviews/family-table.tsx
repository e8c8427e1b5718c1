import { FAMILIES, FAMILY_NAMES, SEVERITIES, SEVERITY_NAMES } from '@xiuzhi/review';
import { Link } from 'react-router';

import type { Outputs } from '../../api.ts';

/** Findings by family and severity (类别与级别): count and, in brackets, the undecided. */
export function FamilyTable({
  rows,
  link,
}: {
  rows: Outputs['reviews']['summary']['byFamily'];
  link: (filter: Record<string, string>) => string;
}) {
  const present = FAMILIES.filter((family) => rows.some((row) => row.family === family && row.count > 0));
  return (
    <table className="family-table" data-testid="summary-families">
      <thead>
        <tr>
          <th>类别</th>
          {SEVERITIES.map((severity) => (
            <th key={severity}>{SEVERITY_NAMES[severity]}</th>
          ))}
          <th>合计</th>
          <th>未处理</th>
        </tr>
      </thead>
      <tbody>
        {present.map((family) => {
          const own = rows.filter((row) => row.family === family);
          const sum = (pick: (row: (typeof rows)[number]) => number) =>
            own.reduce((total, row) => total + pick(row), 0);
          return (
            <tr key={family}>
              <td>
                <Link to={link({ family, state: 'all' })}>{FAMILY_NAMES[family]}</Link>
              </td>
              {SEVERITIES.map((severity) => {
                const count = own.find((row) => row.severity === severity)?.count ?? 0;
                return (
                  <td key={severity} className="number">
                    {count > 0 ? <Link to={link({ family, severity, state: 'all' })}>{count}</Link> : '—'}
                  </td>
                );
              })}
              <td className="number">{sum((row) => row.count)}</td>
              <td className="number">{sum((row) => row.undecided)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
