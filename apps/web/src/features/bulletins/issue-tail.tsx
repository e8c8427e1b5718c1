import { DISCLOSURE_NAMES, DISCLOSURES, needsGround, type Disclosure } from '@xiuzhi/domain';
import { Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';

import { formatDay } from '../../ui/format-day.ts';
import type { IssueInFull } from './bulletin-words.ts';
import { RecipientsFields } from './recipients-fields.tsx';
import type { HeadFields } from './use-issue-edits.ts';

/** Tail of an issue (报尾): 信息公开选项, 报、送、发, who prints it, when and how many. */
export function IssueTail({ issue, onChange }: { issue: IssueInFull; onChange: (fields: HeadFields) => void }) {
  const may = issue.allowed.edit;
  const { disclosure, ground, recipients, printedBy, printedOn, issuedOn, copies } = issue;
  const day = printedOn ?? issuedOn;
  // Without its ground such a choice would be refused: it waits here until the ground is written.
  const [waiting, setWaiting] = useState<Disclosure | null>(null);
  return (
    <section className="bulletin-tail" aria-label="报尾">
      <div className="bulletin-tail-row">
        <b>信息公开选项：</b>
        {may ? (
          <>
            <DisclosureFields
              disclosure={waiting ?? disclosure}
              ground={ground}
              onChange={(next, why) => {
                const isShort = needsGround(next) && why === '';
                setWaiting(isShort ? next : null);
                if (!isShort) onChange({ disclosure: next, ground: why });
              }}
            />
            {waiting && (
              <span className="bulletin-alarm" data-testid="disclosure-waiting">
                还没有保存，请写明依据。
              </span>
            )}
          </>
        ) : (
          <span data-testid="tail-disclosure">
            {disclosure ? DISCLOSURE_NAMES[disclosure] : '（未选定）'}
            {ground && `（依据：${ground}）`}
          </span>
        )}
      </div>
      <RecipientsFields value={recipients} may={may} onSave={(lists) => onChange({ recipients: lists })} />
      <div className="bulletin-print-row">
        {may ? (
          <>
            <KeptInput
              value={printedBy}
              label="印发单位"
              maxLength={60}
              testId="tail-printed-by"
              onSave={(value) => value.length >= 2 && onChange({ printedBy: value })}
            />
            <span>{day ? `${formatDay(day)}印发` : '印发日期同报头'}</span>
            <span>
              共印
              <InputNumber<number>
                size="small"
                variant="underlined"
                min={0}
                max={100_000}
                precision={0}
                controls={false}
                value={copies}
                aria-label="共印份数"
                onBlur={(event) => {
                  const typed = event.target.value.trim();
                  const next = typed === '' ? null : Number(typed);
                  if (next !== copies && (next === null || Number.isInteger(next))) onChange({ copies: next });
                }}
                data-testid="tail-copies"
              />
              份
            </span>
          </>
        ) : (
          <>
            <span>{printedBy}</span>
            <span>{day && `${formatDay(day)}印发`}</span>
            <span>{copies !== null && `共印${copies}份`}</span>
          </>
        )}
      </div>
    </section>
  );
}

/** Choice of the disclosure attribute (信息公开选项), none to begin with; the ground where it must be given, '' until it is. */
export function DisclosureFields({
  disclosure,
  ground,
  onChange,
}: {
  disclosure: Disclosure | null;
  ground: string;
  onChange: (disclosure: Disclosure, ground: string) => void;
}) {
  return (
    <span className="bulletin-disclosure">
      <Radio.Group
        value={disclosure}
        aria-label="信息公开选项"
        data-testid="disclosure"
        options={DISCLOSURES.map((value) => ({ value, label: DISCLOSURE_NAMES[value] }))}
        onChange={(event) => {
          const next = event.target.value as Disclosure;
          onChange(next, needsGround(next) ? ground : '');
        }}
      />
      {disclosure && needsGround(disclosure) && (
        <KeptInput
          key={disclosure}
          value={ground}
          label="依据"
          placeholder={
            disclosure === 'withheld' ? '不予公开的依据，如：内部事务信息' : '依申请公开的依据，如：涉及特定对象'
          }
          maxLength={300}
          testId="disclosure-ground"
          onSave={(why) => {
            if (why !== '') onChange(disclosure, why);
          }}
        />
      )}
    </span>
  );
}

/** One line that is kept when it is left. */
function KeptInput({
  value,
  label,
  placeholder,
  maxLength,
  testId,
  onSave,
}: {
  value: string;
  label: string;
  placeholder?: string;
  maxLength: number;
  testId: string;
  onSave: (typed: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== value) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <Input
      size="small"
      variant="underlined"
      className="bulletin-kept"
      value={typed ?? value}
      aria-label={label}
      {...(placeholder && { placeholder })}
      maxLength={maxLength}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onPressEnter={save}
      data-testid={testId}
    />
  );
}
