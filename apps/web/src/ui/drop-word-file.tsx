import { InboxOutlined } from '@ant-design/icons';
import { Alert, Upload as Dropzone } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { type Sending, sendFile } from './send-file.ts';
import { UploadProgress } from './upload-progress.tsx';

/**
 * Where one Word file is dropped and sent to a plain route (拖入 Word 文件): its progress, a way to stop, and why it was not
 * taken. `onAnswered` is given the answer's body.
 */
export function DropWordFile({
  address,
  testId,
  doing,
  then,
  hint,
  onChosen,
  onAnswered,
}: {
  address: string;
  testId: string;
  /** What people did with the file before: 填好. */
  doing: string;
  /** What becomes of it: 即成一期草稿. */
  then: string;
  hint: string;
  onChosen?: () => void;
  onAnswered: (answer: unknown, file: File) => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [bytes, setBytes] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useRef<Sending>(null);
  useEffect(() => () => sending.current?.cancel(), []);

  const send = async (chosen: File) => {
    onChosen?.();
    setProblem(problemOf(chosen));
    if (problemOf(chosen)) return;
    setBytes(0);
    setFile(chosen);
    sending.current = sendFile(address, {}, chosen, setBytes);
    try {
      onAnswered(await sending.current.sent, chosen);
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
          testId={testId}
          onCancel={() => sending.current?.cancel()}
        />
      ) : (
        <Dropzone.Dragger
          accept=".docx"
          showUploadList={false}
          multiple={false}
          data-testid={`${testId}-file`}
          beforeUpload={(chosen) => {
            void send(chosen);
            return false;
          }}
        >
          <div className="upload-invitation">
            <span>
              <InboxOutlined /> 把{doing}的 Word 文件（.docx）拖到这里，或<a>点击选择</a>
              {then}
            </span>
            <span className="muted">{hint}</span>
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
          data-testid={`${testId}-problem`}
        />
      )}
    </>
  );
}

function problemOf(file: File): string | null {
  if (/\.(doc|wps)$/i.test(file.name)) return '暂不能直接读取这种格式，请先在 Word 或 WPS 中另存为 .docx 再拖进来。';
  if (!/\.docx$/i.test(file.name)) return '请选择 Word 文件（.docx）。';
  return file.size === 0 ? '这个文件是空的，请检查后再选。' : null;
}
