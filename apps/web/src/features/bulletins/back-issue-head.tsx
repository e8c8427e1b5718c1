import { DISCLOSURE_NAMES, DISCLOSURES } from '@xiuzhi/domain';
import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';

import type { ReadIssue } from './archive-words.ts';
import type { Series } from './bulletin-words.ts';
import { RecipientsFields } from './recipients-fields.tsx';

type Change = Partial<ReadIssue>;

/** Head and tail of a back issue as they were read (报头、报尾), to be completed by the text beside them. */
export function BackIssueHead({
  read,
  series,
  onChange,
}: {
  read: ReadIssue;
  series: Series;
  onChange: (change: Change) => void;
}) {
  const number = (field: 'year' | 'number' | 'total' | 'copies', label: string, most: number, least = 1) => (
    <Field label={label} isMissing={read[field] === null && field !== 'copies'}>
      <InputNumber<number>
        min={least}
        max={most}
        precision={0}
        controls={false}
        value={read[field]}
        onChange={(value) => onChange({ [field]: value })}
        aria-label={label}
        data-testid={`read-${field}`}
      />
    </Field>
  );
  const words = (field: 'series' | 'issuer' | 'printedBy', label: string, usual: string) => (
    <Field label={label} isMissing={!read[field]}>
      <Input
        value={read[field] ?? ''}
        maxLength={60}
        placeholder={usual}
        onChange={(event) => onChange({ [field]: event.target.value || null })}
        aria-label={label}
        data-testid={`read-${field}`}
      />
    </Field>
  );
  const day = (field: 'issuedOn' | 'printedOn', label: string) => (
    <Field label={label} isMissing={read[field] === null}>
      <DatePicker
        value={read[field] ? dayjs(read[field]) : null}
        format="YYYY年M月D日"
        onChange={(value) => onChange({ [field]: value ? value.format('YYYY-MM-DD') : null })}
        aria-label={label}
        data-testid={`read-${field}`}
      />
    </Field>
  );
  return (
    <div className="archive-fields">
      {words('series', '刊名', series.name)}
      {words('issuer', '编发单位', series.issuer)}
      {number('year', '年份', 2200, 1950)}
      {number('number', '期号', 99_999)}
      {number('total', '总期号', 999_999)}
      {day('issuedOn', '报头日期')}
      <Field label="增刊">
        <Checkbox checked={read.supplement} onChange={(event) => onChange({ supplement: event.target.checked })}>
          这是增刊
        </Checkbox>
      </Field>
      <Field label="信息公开选项" isMissing={read.disclosure === null}>
        <Select
          allowClear
          value={read.disclosure}
          placeholder="原件未印的不选"
          onChange={(value) => onChange({ disclosure: value ?? null })}
          options={DISCLOSURES.map((value) => ({ value, label: DISCLOSURE_NAMES[value] }))}
          aria-label="信息公开选项"
        />
      </Field>
      {words('printedBy', '印发单位', series.printedBy)}
      {day('printedOn', '印发日期')}
      {number('copies', '共印份数', 100_000, 0)}
      <div className="archive-wide">
        <RecipientsFields value={read.recipients} may onSave={(recipients) => onChange({ recipients })} />
      </div>
    </div>
  );
}

function Field({ label, isMissing = false, children }: { label: string; isMissing?: boolean; children: ReactNode }) {
  return (
    <label className="archive-field">
      <span className={isMissing ? 'archive-missing' : 'muted'}>
        {label}
        {isMissing && '（未读到）'}
      </span>
      {children}
    </label>
  );
}
