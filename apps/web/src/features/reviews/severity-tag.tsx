import { SEVERITY_NAMES, type Severity } from '@xiuzhi/review';

/** Severity in words and colour (级别): the word carries the meaning, the colour only helps the eye. */
export function SeverityTag({ severity }: { severity: Severity }) {
  return <span className={`severity-tag severity-${severity}`}>{SEVERITY_NAMES[severity]}</span>;
}
