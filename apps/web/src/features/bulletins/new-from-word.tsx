import { InboxOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { BULLETIN_ROUTES, type draftReceipt } from '@xiuzhi/contract';
import { Alert, Upload as Dropzone } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import { api } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { type Sending, sendFile } from '../../ui/send-file.ts';
import { UploadProgress } from '../../ui/upload-progress.tsx';
import type { Series } from './bulletin-words.ts';
import type { FromFile } from './issue-page.tsx';

type Receipt = (typeof draftReceipt)['_output'];

/** Where a Word file of items is dropped (由 Word 文件成稿): it becomes a draft, and its page opens. */
export function NewFromWord({ series }: { series: Series }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [bytes, setBytes] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<Sending>(null);
  useEffect(() => () => sending.current?.cancel(), []);

  const send = async (chosen: File) => {
    setProblem(problemOf(chosen));
    if (problemOf(chosen)) return;
    setBytes(0);
    setFile(chosen);
    sending.current = sendFile(fillRoute(BULLETIN_ROUTES.draft, { id: series.id }), {}, chosen, setBytes);
    try {
      const { issueId, items, problems } = (await sending.current.sent) as Receipt;
      void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() });
      const fromFile: FromFile = { fileName: chosen.name, items, problems };
      void navigate(`/bulletins/${issueId}`, { state: { fromFile } });
    } catch (error) {
      if (!(error instanceof DOMException)) setProblem((error as Error).message);
    }
    setFile(null);
  };

  return (
    <div className="bulletin-drop">
      {file ? (
        <UploadProgress
          file={file}
          bytes={bytes}
          arrived="已送达，正在读取"
          testId="draft"
          onCancel={() => sending.current?.cancel()}
        />
      ) : (
        <Dropzone.Dragger
          accept=".docx"
          showUploadList={false}
          multiple={false}
          data-testid="draft-file"
          beforeUpload={(chosen) => {
            void send(chosen);
            return false;
          }}
        >
          <div className="upload-invitation">
            <span>
              <InboxOutlined /> 把编好的 Word 文件（.docx）拖到这里，或<a>点击选择</a>，即成一期草稿
            </span>
            <span className="muted">按题名、正文、（来源）逐条排列即可；报头、报尾由系统加上。请勿上传涉密文件。</span>
          </div>
        </Dropzone.Dragger>
      )}
      {problem && (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: () => setProblem(null) }}
          title={problem}
          className="below"
          data-testid="draft-problem"
        />
      )}
    </div>
  );
}

function problemOf(file: File): string | null {
  if (/\.(doc|wps)$/i.test(file.name)) return '暂不能直接读取这种格式，请先在 Word 或 WPS 中另存为 .docx 再拖进来。';
  if (!/\.docx$/i.test(file.name)) return '请选择 Word 文件（.docx）。';
  return file.size === 0 ? '这个文件是空的，请检查后再上传。' : null;
}
