import { InboxOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Select, Upload as Dropzone } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { MAX_UPLOAD } from '@xiuzhi/contract';

import { type Outputs, api } from '../../api.ts';
import { formatBytes } from '../../ui/format-count.ts';
import { SecrecyNotice } from '../../ui/secrecy-notice.tsx';
import { UploadProgress } from '../../ui/upload-progress.tsx';
import { type Upload, isSameBook, uploadFile } from './upload-file.ts';

type Revision = Outputs['manuscripts']['list'][number];

const FORMATS = /\.(docx|doc|wps|pdf|md|txt)$/i;

/** Where manuscripts are handed in (上传书稿): one file at a time, with the bytes sent and a way to stop. */
export function UploadArea({
  workId,
  revisions,
  onUploaded,
}: {
  workId: string;
  revisions: readonly Revision[];
  onUploaded: (revisionId: string) => void;
}) {
  const queryClient = useQueryClient();
  const [manuscriptId, setManuscriptId] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [bytes, setBytes] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  /** The file that the work holds already, until somebody says whether to take it all the same. */
  const [twin, setTwin] = useState<File | null>(null);
  const upload = useRef<Upload>(null);
  useEffect(() => () => upload.current?.cancel(), []);

  const send = async (chosen: File, again = false) => {
    setTwin(null);
    if (!FORMATS.test(chosen.name)) {
      setProblem('不能读取这种文件，请选择 .docx、.doc、.wps、.pdf、.md 或 .txt 文件。');
      return;
    }
    if (chosen.size === 0) {
      setProblem('这个文件是空的，请检查后再上传。');
      return;
    }
    if (chosen.size > MAX_UPLOAD) {
      setProblem(`这个文件有 ${formatBytes(chosen.size)}，超过 200 MB，请压缩图片或分卷后再上传。`);
      return;
    }
    setProblem(null);
    setBytes(0);
    setFile(chosen);
    upload.current = uploadFile(workId, manuscriptId, again, chosen, setBytes);
    try {
      onUploaded(await upload.current.sent);
      setManuscriptId(null);
    } catch (error) {
      if (!(error instanceof DOMException)) setProblem((error as Error).message);
      if (isSameBook(error)) setTwin(chosen);
    }
    // Also after stopping: the last bytes may have been faster.
    await queryClient.invalidateQueries({ queryKey: api.manuscripts.list.key() });
    void queryClient.invalidateQueries({ queryKey: api.works.key() });
    setFile(null);
  };

  return (
    <Card size="small" className="spaced">
      {!file && revisions.length > 0 && (
        <div className="upload-as">
          <span>上传为</span>
          <Select
            value={manuscriptId}
            onChange={setManuscriptId}
            popupMatchSelectWidth={false}
            data-testid="upload-as"
            options={[{ value: null, label: '新书稿' }, ...nextRevisions(revisions)]}
          />
          {manuscriptId === null && <span className="muted">修改稿请选原来的书稿，导入后与上一稿核对。</span>}
        </div>
      )}
      {file ? (
        <UploadProgress
          file={file}
          bytes={bytes}
          arrived="已送达，正在校验"
          testId="upload"
          onCancel={() => upload.current?.cancel()}
        />
      ) : (
        <Dropzone.Dragger
          accept=".docx,.doc,.wps,.pdf,.md,.txt"
          showUploadList={false}
          multiple={false}
          data-testid="upload-file"
          beforeUpload={(chosen) => {
            void send(chosen);
            return false;
          }}
        >
          <div className="upload-invitation">
            <InboxOutlined />
            <span>
              把书稿拖到这里，或<a>点击选择文件</a>
            </span>
            <span className="muted">
              Word（.docx、.doc）、WPS 文字（.wps）、有文字层的 PDF、Markdown（.md）、纯文本（.txt）；不超过 200
              MB，原稿原样保存
            </span>
          </div>
        </Dropzone.Dragger>
      )}
      {problem && (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: () => setProblem(null) }}
          title={problem}
          action={
            twin && (
              <Button size="small" onClick={() => void send(twin, true)} data-testid="upload-again">
                仍要导入
              </Button>
            )
          }
          className="below"
          data-testid="upload-problem"
        />
      )}
      <div className="below">
        <SecrecyNotice />
      </div>
    </Card>
  );
}

/** For each manuscript of the work the revision that would come next (下一稿). */
function nextRevisions(revisions: readonly Revision[]): { value: string; label: string }[] {
  const latest = new Map<string, Revision>();
  for (const revision of revisions) {
    const known = latest.get(revision.manuscriptId);
    if (!known || known.number < revision.number) latest.set(revision.manuscriptId, revision);
  }
  return Array.from(latest.values(), ({ manuscriptId, title, number }) => ({
    value: manuscriptId,
    label: `“${title}”第${number + 1}稿`,
  }));
}
