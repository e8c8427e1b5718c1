import { Checkbox, DatePicker } from 'antd';
import dayjs from 'dayjs';

import { formatDay } from '../../ui/format-day.ts';
import { type IssueInFull, nameIssue } from './bulletin-words.ts';
import type { HeadFields } from './use-issue-edits.ts';

/** Head of an issue (报头) as it will be printed: series, number, office and date. */
export function IssueHead({ issue, onChange }: { issue: IssueInFull; onChange: (fields: HeadFields) => void }) {
  const { seriesName, issuer, issuedOn, supplement, state, allowed } = issue;
  return (
    <header className="bulletin-head" aria-label="报头">
      <p className="bulletin-masthead">{seriesName}</p>
      <p className="bulletin-number" data-testid="issue-number">
        {state === 'signed' ? nameIssue(issue) : supplement ? '增刊，期号签发时编定' : '期号签发时编定'}
      </p>
      <div className="bulletin-head-row">
        <span>{issuer}</span>
        {allowed.edit ? (
          <span className="bulletin-head-day">
            <Checkbox
              checked={supplement}
              onChange={(event) => onChange({ supplement: event.target.checked })}
              data-testid="issue-supplement"
            >
              增刊
            </Checkbox>
            {!issuedOn && (
              <button
                type="button"
                className="bulletin-link"
                onClick={() => onChange({ issuedOn: dayjs().format('YYYY-MM-DD') })}
                data-testid="issue-today"
              >
                填今天
              </button>
            )}
            <DatePicker
              size="small"
              value={issuedOn ? dayjs(issuedOn) : null}
              format="YYYY年M月D日"
              placeholder="印发日期"
              aria-label="印发日期"
              onChange={(day) => onChange({ issuedOn: day ? day.format('YYYY-MM-DD') : null })}
              data-testid="issue-day"
            />
          </span>
        ) : (
          <span>{issuedOn ? formatDay(issuedOn) : '（印发日期未填）'}</span>
        )}
      </div>
    </header>
  );
}
