import { EXPORT_CHOICES, FAULTS, FILE_ROUTES } from '@xiuzhi/contract';
import { DECISION_NAMES } from '@xiuzhi/domain';
import { Alert, Checkbox, Modal } from 'antd';
import { useState } from 'react';

import { DownloadFault, downloadFile, fillRoute } from '../../ui/download-file.ts';

type Choice = (typeof EXPORT_CHOICES)[number];

const NAMES: Record<Choice, string> = { undecided: '未处理', ...DECISION_NAMES };

/** Dialog that exports the manuscript with the chosen findings as Word comments (导出批注稿). */
export function ExportDialog({
  id,
  title,
  counts,
  onClose,
}: {
  id: string;
  title: string;
  counts: Partial<Record<Choice, number>>;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<Choice[]>(['correct', 'verify', 'opine']);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const total = chosen.reduce((sum, choice) => sum + (counts[choice] ?? 0), 0);
  const save = async () => {
    setSaving(true);
    setProblem(undefined);
    try {
      await downloadFile(
        `${fillRoute(FILE_ROUTES.annotated, { id })}?decisions=${chosen.join(',')}`,
        `${title}（批注稿）.docx`,
      );
      onClose();
    } catch (error) {
      setProblem(error instanceof DownloadFault ? error.message : FAULTS.INTERNAL_SERVER_ERROR);
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title="导出批注稿（Word）"
      okText={saving ? '正在生成……' : '导出'}
      onOk={() => void save()}
      onCancel={onClose}
      confirmLoading={saving}
      okButtonProps={{ disabled: total === 0, 'data-testid': 'export-save' }}
    >
      <p>在原稿上以批注标出下列疑点，原文一字不动：</p>
      <Checkbox.Group<Choice>
        className="export-choices"
        value={chosen}
        onChange={setChosen}
        data-testid="export-choices"
        options={EXPORT_CHOICES.map((choice) => ({
          value: choice,
          label: `${NAMES[choice]}（${counts[choice] ?? 0}）`,
        }))}
      />
      <p className="muted">共 {total} 条批注。</p>
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  );
}
