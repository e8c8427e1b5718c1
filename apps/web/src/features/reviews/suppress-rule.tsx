import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';

import { describeFault } from '../../api.ts';
import { noticeSession } from '../../query.ts';

/** Dialog that stops using a rule in this work (本书不用此规则), with the reason. */
export function SuppressRule({
  title,
  save,
  onClose,
}: {
  /** Of the rule. */
  title: string;
  save: (reason: string) => Promise<void>;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const submit = async () => {
    setSaving(true);
    setProblem(undefined);
    try {
      await save(reason.trim());
      onClose();
    } catch (error) {
      noticeSession(error);
      setProblem(error);
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title="本书不用此规则"
      okText="不用此规则"
      onOk={() => void submit()}
      onCancel={onClose}
      confirmLoading={saving}
      okButtonProps={{ disabled: reason.trim() === '', 'data-testid': 'suppress-save' }}
    >
      <p>“{title}”在本书中不再检出，此稿未处理的同类疑点一并标为不采纳。可以撤销，也可以在项目的审校设置中恢复。</p>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 4 }}
        maxLength={200}
        placeholder="请写明理由，如：本书凡例规定沿用原单位名称"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        data-testid="suppress-reason"
      />
      {problem !== undefined && <Alert type="error" showIcon title={describeFault(problem)} className="below" />}
    </Modal>
  );
}
