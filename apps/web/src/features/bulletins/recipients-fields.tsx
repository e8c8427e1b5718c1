import { Input } from 'antd';
import { useState } from 'react';

import type { Recipients } from './bulletin-words.ts';

const ROWS = [
  ['up', '报', '上级机关，一行一组'],
  ['across', '送', '平级机关和有关单位，一行一组'],
  ['down', '发', '下级和本单位各部门，一行一组'],
] as const;

/** The three lists of a tail (报、送、发), one group a line; `onSave` is called when a list that was changed is left. */
export function RecipientsFields({
  value,
  may,
  onSave,
}: {
  value: Recipients;
  may: boolean;
  onSave: (recipients: Recipients) => void;
}) {
  return (
    <div className="recipients">
      {ROWS.map(([field, name, hint]) =>
        may ? (
          <RecipientsField
            key={field}
            field={field}
            name={name}
            hint={hint}
            lines={value[field]}
            onSave={(lines) => onSave({ ...value, [field]: lines })}
          />
        ) : (
          value[field].length > 0 && (
            <p key={field} className="recipients-row">
              <b>{name}：</b>
              <span>{value[field].join('\n')}</span>
            </p>
          )
        ),
      )}
    </div>
  );
}

function RecipientsField({
  field,
  name,
  hint,
  lines,
  onSave,
}: {
  field: string;
  name: string;
  hint: string;
  lines: readonly string[];
  onSave: (lines: string[]) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed === null) return;
    const next = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    setTyped(null);
    if (next.join('\n') !== lines.join('\n')) onSave(next);
  };
  return (
    <label className="recipients-row">
      <b>{name}：</b>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 12 }}
        value={typed ?? lines.join('\n')}
        placeholder={hint}
        aria-label={`${name}：${hint}`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        data-testid={`recipients-${field}`}
      />
    </label>
  );
}
