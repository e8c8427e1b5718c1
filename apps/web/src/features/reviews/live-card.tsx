import { describeClause, FAMILY_NAMES, type Finding } from '@xiuzhi/review';
import { Button } from 'antd';

import './findings.css';
import './live-area.css';
import { SeverityTag } from './severity-tag.tsx';

/** Card of a finding beside a text that is being written (随写疑点); only those that carry a change offer it. */
export function LiveCard({
  finding,
  isSelected,
  onShow,
  onMend,
}: {
  finding: Finding;
  isSelected: boolean;
  onShow: (finding: Finding) => void;
  /** Absent where the text is only read. */
  onMend?: ((finding: Finding) => void) | undefined;
}) {
  const { severity, quote, message, evidence, suggestion, family, norm, clause } = finding;
  const values = evidence.flatMap(({ label, value }) => (value === undefined ? [] : [`${label}：${value}`]));
  return (
    <article className={`finding-card${isSelected ? ' selected' : ''}`} data-testid="live-finding">
      <header>
        <SeverityTag severity={severity} />
        <button type="button" className="live-quote" title="在正文中查看" onClick={() => onShow(finding)}>
          {quote.length > 24 ? `${[...quote].slice(0, 24).join('')}……` : quote}
        </button>
      </header>
      <p>{message}</p>
      {values.length > 0 && <p className="muted">{values.slice(0, 6).join('；')}</p>}
      <p className="muted">
        {FAMILY_NAMES[family]} · {describeClause(norm, clause)}
      </p>
      {suggestion && onMend && (
        <Button size="small" data-testid="live-mend" onClick={() => onMend(finding)}>
          改为“{suggestion.replacement || '（删去）'}”
        </Button>
      )}
    </article>
  );
}
