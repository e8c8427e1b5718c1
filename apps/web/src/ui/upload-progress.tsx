import { Button, Progress } from 'antd';

import { formatBytes } from './format-count.ts';
import './upload-progress.css';

/** A file on its way (上传进度): its name, the bytes that have arrived, and a way to stop. */
export function UploadProgress({
  file,
  bytes,
  arrived,
  testId,
  onCancel,
}: {
  file: File;
  bytes: number;
  /** What is done with it once all of it is there. */
  arrived: string;
  testId: string;
  onCancel: () => void;
}) {
  return (
    <div className="upload-progress" data-testid={`${testId}-progress`}>
      <div>
        {bytes < file.size ? '正在上传' : arrived}“{file.name}”
        <span className="muted number">
          {' '}
          {formatBytes(Math.min(bytes, file.size))}／{formatBytes(file.size)}
        </span>
      </div>
      <div className="upload-line">
        <Progress percent={Math.min(100, Math.floor((bytes / file.size) * 100))} status="active" />
        <Button disabled={bytes >= file.size} onClick={onCancel} data-testid={`${testId}-cancel`}>
          取消
        </Button>
      </div>
    </div>
  );
}
