import { InboxOutlined } from '@ant-design/icons';
import { DISPATCH_ROUTES, type dispatchDraft } from '@xiuzhi/contract';
import { Alert, Upload as Dropzone } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { type Sending, sendFile } from '../../ui/send-file.ts';
import { UploadProgress } from '../../ui/upload-progress.tsx';

/** What was read out of a Word file (识读结果). */
export type CopyDraft = (typeof dispatchDraft)['_output'];

/** Where a Word file of one item is dropped (由 Word 文件填表): title, text and source go into the form. */
export function CopyUpload({ onRead }: { onRead: (draft: CopyDraft, fileName: string) => void }) {
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
    sending.current = sendFile(DISPATCH_ROUTES.read, {}, chosen, setBytes);
    try {
      onRead((await sending.current.sent) as CopyDraft, chosen.name);
    } catch (error) {
      if (!(error instanceof DOMException)) setProblem((error as Error).message);
    }
    setFile(null);
  };

  return (
    <div className="spaced">
      {file ? (
        <UploadProgress
          file={file}
          bytes={bytes}
          arrived="已送达，正在读取"
          testId="copy"
          onCancel={() => sending.current?.cancel()}
        />
      ) : (
        <Dropzone.Dragger
          accept=".docx"
          showUploadList={false}
          multiple={false}
          data-testid="copy-file"
          beforeUpload={(chosen) => {
            void send(chosen);
            return false;
          }}
        >
          <div className="upload-invitation">
            <span>
              <InboxOutlined /> 把写好的 Word 文件（.docx）拖到这里，或<a>点击选择</a>，即填入下表
            </span>
            <span className="muted">一个文件一条信息：题目、正文、（署名）。文件本身不保存。请勿上传涉密文件。</span>
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
          data-testid="copy-problem"
        />
      )}
    </div>
  );
}

function problemOf(file: File): string | null {
  if (/\.(doc|wps)$/i.test(file.name)) return '暂不能直接读取这种格式，请先在 Word 或 WPS 中另存为 .docx 再拖进来。';
  if (!/\.docx$/i.test(file.name)) return '请选择 Word 文件（.docx）。';
  return file.size === 0 ? '这个文件是空的，请检查后再选。' : null;
}
