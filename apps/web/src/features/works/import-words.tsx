import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { MOST_WORDS, WORD_KIND_NAMES, WORD_ROUTES } from '@xiuzhi/contract';
import { WORD_KINDS, type WordKind } from '@xiuzhi/review';
import { Alert, App, Button, Input, Modal, Radio, Upload } from 'antd';
import { useState } from 'react';

import { fillRoute } from '../../ui/download-file.ts';
import { SecrecyNotice } from '../../ui/secrecy-notice.tsx';
import { sendFile } from '../../ui/send-file.ts';
import { useDownload } from '../../ui/use-download.ts';

/** Dialog that imports words from a list (导入名单), pasted or from a file: all of them or none. */
export function ImportWords({ workId, onClose }: { workId: string; onClose: (changed: boolean) => void }) {
  const { message } = App.useApp();
  const { download } = useDownload();
  const [kind, setKind] = useState<WordKind>('person');
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: async () => {
      const list = file ?? new File([pasted], 'list.txt', { type: 'text/plain' });
      const address = fillRoute(WORD_ROUTES.importWords, { workId });
      return (await sendFile(address, { kind }, list, () => {}).sent) as { added: number; changed: number };
    },
    onSuccess: ({ added, changed }) => {
      void message.success(`新增 ${added} 个词${changed > 0 ? `，更新 ${changed} 个` : ''}。重新审校后生效。`);
      onClose(true);
    },
  });
  return (
    <Modal
      open
      title="导入名单"
      width={640}
      okText="导入"
      onOk={() => send.mutate()}
      onCancel={() => onClose(false)}
      mask={{ closable: false }}
      confirmLoading={send.isPending}
      okButtonProps={{ disabled: !file && pasted.trim() === '', 'data-testid': 'words-commit' }}
    >
      <p className="muted">
        每行一个词；需要时在后面用逗号或制表符隔开，依次写类别、误写（用顿号隔开）、起始年份、终止年份。可以直接从表格复制粘贴，也可以选择
        .txt、.csv、.xlsx 文件。一次最多 {MOST_WORDS} 个，有一行不能导入就都不导入。
      </p>
      <div className="spaced">
        没有写类别的词作为：
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as WordKind)}
          options={WORD_KINDS.map((value) => ({ value, label: WORD_KIND_NAMES[value] }))}
          data-testid="words-kind"
        />
      </div>
      <Input.TextArea
        className="spaced"
        rows={7}
        disabled={file !== null}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        placeholder={'丁家镇，地名，丁加镇、叮家镇\n乙县农业农村局，机构，乙县农牧局，2019'}
        aria-label="名单"
        data-testid="words-paste"
      />
      <p>
        <Upload
          accept=".txt,.csv,.xlsx"
          maxCount={1}
          fileList={file ? [{ uid: 'list', name: file.name }] : []}
          onRemove={() => setFile(null)}
          beforeUpload={(chosen) => {
            setFile(chosen);
            send.reset();
            return false;
          }}
        >
          <Button icon={<UploadOutlined />}>选择文件</Button>
        </Upload>
      </p>
      <p>
        <Button
          type="link"
          className="report-link"
          icon={<DownloadOutlined />}
          onClick={() => download(WORD_ROUTES.wordsTemplate, '词库导入模板.xlsx')}
          data-testid="words-template"
        >
          下载表格模板
        </Button>
      </p>
      <SecrecyNotice />
      {send.error && (
        <Alert type="error" showIcon title={send.error.message} className="below" data-testid="words-problem" />
      )}
    </Modal>
  );
}
