import { DECISIONS, DECISION_NAMES, type Decision } from '@xiuzhi/domain';
import { Alert, App, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';

import { describeFault } from '../../api.ts';
import { noticeSession } from '../../query.ts';
import { type FindingIndex, ruleOf } from './finding-index.ts';
import type { Decisions } from './use-decisions.ts';

/** Dialog that decides all undecided findings of one rule at once (同类一并处理), with one click to take it back. */
export function DecideAlike({
  index,
  seq,
  decisions,
  onClose,
}: {
  index: FindingIndex;
  seq: number;
  decisions: Decisions;
  onClose: (decided: boolean) => void;
}) {
  const { notification } = App.useApp();
  const [decision, setDecision] = useState<Decision>('dismiss');
  const [wording, setWording] = useState('');
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const rule = ruleOf(index, seq);
  let count = 0;
  let fixable = 0;
  for (let at = 0; at < index.rule.length; at++) {
    if (index.rule[at] !== index.rule[seq] || index.decision[at] !== -1) continue;
    count++;
    fixable += index.fixable[at]!;
  }
  const save = async () => {
    setSaving(true);
    setProblem(undefined);
    try {
      const { count: decided, undo } = await decisions.decideMany(
        rule.id,
        decision,
        decision === 'opine' ? wording.trim() : null,
      );
      const key = `alike-${Date.now()}`;
      notification.success({
        key,
        title: `已将 ${decided} 条标为${DECISION_NAMES[decision]}：${rule.title}`,
        duration: 12,
        placement: 'bottom',
        actions: (
          <Button
            size="small"
            type="primary"
            data-testid="alike-undo"
            onClick={() => {
              notification.destroy(key);
              undo();
            }}
          >
            撤销
          </Button>
        ),
      });
      onClose(true);
    } catch (error) {
      noticeSession(error);
      setProblem(error);
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title="同类一并处理"
      okText={`处理这 ${count} 条`}
      onOk={() => void save()}
      onCancel={() => onClose(false)}
      confirmLoading={saving}
      okButtonProps={{
        disabled: count === 0 || (decision === 'opine' && !wording.trim()),
        'data-testid': 'alike-save',
      }}
    >
      <p data-testid="alike-count">
        全书中这一类（{rule.title}）还有 <b>{count}</b> 条未处理，将一并处理；已处理的不动。处理后可一键撤销。
      </p>
      <Radio.Group
        value={decision}
        onChange={(event) => setDecision(event.target.value as Decision)}
        data-testid="alike-decision"
        options={DECISIONS.map((one) => ({
          value: one,
          label: DECISION_NAMES[one],
          disabled: one === 'correct' && fixable < count,
        }))}
      />
      {fixable < count && (
        <p className="muted">{fixable === 0 ? '这一类' : `其中 ${count - fixable} 条`}没有建议改法，不能一并径改。</p>
      )}
      {decision === 'opine' && (
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          placeholder="写给供稿单位的意见，各条相同"
          value={wording}
          onChange={(event) => setWording(event.target.value)}
          data-testid="alike-wording"
        />
      )}
      {problem !== undefined && <Alert type="error" showIcon title={describeFault(problem)} />}
    </Modal>
  );
}
