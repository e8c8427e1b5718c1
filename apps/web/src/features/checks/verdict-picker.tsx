import { useMutation, useQueryClient } from '@tanstack/react-query';
import { VERDICT_NAMES, VERDICTS, type Verdict } from '@xiuzhi/domain';
import { App, Button, Input, Popover, Radio, Tag } from 'antd';
import { useState } from 'react';

import { type Outputs, api, describeFault } from '../../api.ts';

type CheckLine = Outputs['checks']['lines'][number];

/** The verdict of a line with the way to overrule it (改判). */
export function VerdictPicker({ check, line }: { check: Outputs['checks']['get']; line: CheckLine }) {
  const [open, setOpen] = useState(false);
  const verdict = line.overruled ?? line.verdict;
  const tag = (
    <Tag className={`verdict verdict-${verdict}`} data-testid={`check-verdict-${line.number}`}>
      {VERDICT_NAMES[verdict]}
      {line.overruled && '（改判）'}
    </Tag>
  );
  if (!check.allowed.overrule) return tag;
  return (
    <span className="verdict-picker">
      {tag}
      <Popover
        trigger="click"
        open={open}
        onOpenChange={setOpen}
        placement="bottomRight"
        destroyOnHidden
        content={<OverruleForm id={check.revisionId} line={line} onDone={() => setOpen(false)} />}
      >
        <Button size="small" type="text" className="no-print" data-testid={`check-overrule-${line.number}`}>
          改判
        </Button>
      </Popover>
    </span>
  );
}

function OverruleForm({ id, line, onDone }: { id: string; line: CheckLine; onDone: () => void }) {
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [verdict, setVerdict] = useState<Verdict>(line.overruled ?? line.verdict);
  const [note, setNote] = useState(line.note);
  const overrule = useMutation(
    api.checks.overrule.mutationOptions({
      onSuccess: onDone,
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.checks.key() }),
    }),
  );
  const send = (to: Verdict | null) =>
    overrule.mutate({ id, number: line.number, version: line.version, verdict: to, note: to ? note : '' });
  return (
    <div className="overrule-form">
      <Radio.Group
        value={verdict}
        onChange={(event) => setVerdict(event.target.value as Verdict)}
        options={VERDICTS.map((value) => ({
          value,
          label: VERDICT_NAMES[value] + (value === line.verdict ? '（机器结果）' : ''),
        }))}
      />
      <Input.TextArea
        value={note}
        maxLength={1000}
        autoSize={{ minRows: 2, maxRows: 5 }}
        placeholder="说明（可不填）"
        onChange={(event) => setNote(event.target.value)}
        data-testid="overrule-note"
      />
      <span className="page-title-actions">
        <Button
          type="primary"
          size="small"
          loading={overrule.isPending}
          onClick={() => send(verdict)}
          data-testid="overrule-save"
        >
          确定
        </Button>
        {line.overruled && (
          <Button size="small" onClick={() => send(null)} data-testid="overrule-clear">
            恢复机器结果
          </Button>
        )}
      </span>
    </div>
  );
}
