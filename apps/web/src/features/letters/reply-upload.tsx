import { InboxOutlined } from '@ant-design/icons';
import { LETTER_ROUTES, replyReceipt } from '@xiuzhi/contract';
import { Alert, Upload as Dropzone } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { type Sending, sendFile } from '../../ui/send-file.ts';
import { UploadProgress } from '../../ui/upload-progress.tsx';

/** What is told of an answered letter that was sent in (回执). */
export type Receipt = (typeof replyReceipt)['_output'];

/** Where an answered letter is handed in (上传回函): one Word file, with the bytes sent and a way to stop. */
export function ReplyUpload({ onReceived }: { onReceived: (receipt: Receipt | null) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [bytes, setBytes] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<Sending>(null);
  useEffect(() => () => sending.current?.cancel(), []);

  const send = async (chosen: File) => {
    onReceived(null);
    setProblem(problemOf(chosen));
    if (problemOf(chosen)) return;
    setBytes(0);
    setFile(chosen);
    sending.current = sendFile(LETTER_ROUTES.reply, {}, chosen, setBytes);
    try {
      onReceived((await sending.current.sent) as Receipt);
    } catch (error) {
      if (!(error instanceof DOMException)) setProblem((error as Error).message);
    }
    setFile(null);
  };

  return (
    <>
      {file ? (
        <UploadProgress
          file={file}
          bytes={bytes}
          arrived="已送达，正在读取"
          testId="reply"
          onCancel={() => sending.current?.cancel()}
        />
      ) : (
        <Dropzone.Dragger
          accept=".docx"
          showUploadList={false}
          multiple={false}
          data-testid="reply-file"
          beforeUpload={(chosen) => {
            void send(chosen);
            return false;
          }}
        >
          <div className="upload-invitation">
            <InboxOutlined />
            <span>
              把填好的文件拖到这里，或<a>点击选择文件</a>
            </span>
            <span className="muted">Word（.docx）；请在原来的文件上填写，不要另起一份</span>
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
          data-testid="reply-problem"
        />
      )}
    </>
  );
}

function problemOf(file: File): string | null {
  if (/\.(doc|wps)$/i.test(file.name)) return '暂不能直接读取这种格式，请先在 Word 或 WPS 中另存为 .docx 再上传。';
  if (!/\.docx$/i.test(file.name)) return '请选择填好的 Word 文件（.docx）。';
  return file.size === 0 ? '这个文件是空的，请检查后再上传。' : null;
}
