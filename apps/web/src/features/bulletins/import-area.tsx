import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Progress, Upload as Dropzone } from 'antd';
import { useState } from 'react';

import { SecrecyNotice } from '../../ui/secrecy-notice.tsx';
import { type ImportProgress, useImportQueue } from './use-import-queue.ts';

const FORMATS = /\.(docx|pdf|md|txt)$/i;
const MAX_FILE = 20 * 1024 * 1024;

/** Where back issues are handed in (导入往期): many files or a folder, one after another, with progress and a way to stop. */
export function ImportArea({ seriesId }: { seriesId: string }) {
  const { progress, start, cancel, close } = useImportQueue(seriesId);
  const [leftOut, setLeftOut] = useState<string | null>(null);
  const choose = (files: readonly File[]) => {
    const fit = files.filter(({ name, size }) => FORMATS.test(name) && size > 0 && size <= MAX_FILE);
    const others = files.length - fit.length;
    setLeftOut(
      others === 0
        ? null
        : `有 ${others} 个文件没有导入：只读取 20 MB 以内、有内容的 .docx、.pdf、.md、.txt 文件，旧版 .doc、.wps 请先另存为 .docx。`,
    );
    if (fit.length > 0) start([...fit].sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true })));
  };
  const chooser = {
    accept: '.docx,.pdf,.md,.txt',
    showUploadList: false,
    multiple: true,
    // Asked once for every file of the choice; all of it is taken at the first.
    beforeUpload: (file: File, all: File[]) => {
      if (file === all[0]) choose(all);
      return false;
    },
  };
  const isRunning = progress !== null && progress.current !== null;
  return (
    <Card size="small" className="spaced">
      {isRunning ? (
        <Running progress={progress} onCancel={cancel} />
      ) : (
        <>
          <Dropzone.Dragger {...chooser} data-testid="import-files">
            <div className="upload-invitation">
              <InboxOutlined />
              <span>
                把往期简报拖到这里，或<a>点击选择文件</a>，可一次选许多份
              </span>
              <span className="muted">Word（.docx）、有文字层的 PDF、.md、.txt；一期一个文件，原件原样保存</span>
            </div>
          </Dropzone.Dragger>
          <div className="below import-folder">
            <Dropzone {...chooser} directory data-testid="import-folder">
              <Button icon={<FolderOpenOutlined />}>选择整个文件夹</Button>
            </Dropzone>
          </div>
        </>
      )}
      {progress && !isRunning && <Outcome progress={progress} onRetry={start} onClose={close} />}
      {leftOut && (
        <Alert
          type="warning"
          showIcon
          closable={{ onClose: () => setLeftOut(null) }}
          title={leftOut}
          className="below"
          data-testid="import-left-out"
        />
      )}
      <div className="below">
        <SecrecyNotice />
      </div>
    </Card>
  );
}

function Running({ progress, onCancel }: { progress: ImportProgress; onCancel: () => void }) {
  const { total, done, kept, waiting, notTaken, current } = progress;
  return (
    <div className="upload-progress" data-testid="import-progress">
      <div>
        正在读取第 <span className="number">{Math.min(done + 1, total)}</span>／<span className="number">{total}</span>{' '}
        份“{current}”
      </div>
      <div className="upload-line">
        <Progress percent={Math.floor((done / total) * 100)} status="active" />
        <Button onClick={onCancel} data-testid="import-cancel">
          取消
        </Button>
      </div>
      <div className="muted">
        已入库 {kept} 份，待核对 {waiting} 份，未导入 {notTaken.length} 份。请不要关闭本页。
      </div>
    </div>
  );
}

function Outcome({
  progress,
  onRetry,
  onClose,
}: {
  progress: ImportProgress;
  onRetry: (files: readonly File[]) => void;
  onClose: () => void;
}) {
  const { total, done, kept, waiting, dropped, notTaken, isCancelled } = progress;
  const parts = [
    `入库 ${kept} 份`,
    ...(waiting > 0 ? [`${waiting} 份需要核对`] : []),
    ...(dropped > 0 ? [`${dropped} 份此前已定不入库`] : []),
    ...(notTaken.length > 0 ? [`${notTaken.length} 份未导入`] : []),
    ...(isCancelled ? [`其余 ${total - done} 份已取消`] : []),
  ];
  return (
    <Alert
      type={notTaken.length > 0 || isCancelled ? 'warning' : 'success'}
      showIcon
      className="below"
      closable={{ onClose }}
      data-testid="import-outcome"
      title={`读取完毕：${parts.join('，')}。`}
      description={
        notTaken.length > 0 && (
          <>
            <ul className="import-not-taken" data-testid="import-not-taken">
              {notTaken.map(({ file, message }, at) => (
                <li key={at}>
                  <span>{file.name}</span>
                  <span className="muted">{message}</span>
                </li>
              ))}
            </ul>
            <Button size="small" onClick={() => onRetry(notTaken.map(({ file }) => file))} data-testid="import-retry">
              再试未导入的
            </Button>
          </>
        )
      }
    />
  );
}
