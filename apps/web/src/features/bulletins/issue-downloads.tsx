import { DownOutlined } from '@ant-design/icons';
import { BULLETIN_ROUTES, FAULTS } from '@xiuzhi/contract';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';

import { DownloadFault, fillRoute, openFile } from '../../ui/download-file.ts';
import { useDownload } from '../../ui/use-download.ts';
import { type IssueInFull, nameIssue } from './bulletin-words.ts';

const FORMATS = [
  ['pdf', 'PDF（排印）'],
  ['docx', 'Word（.docx）'],
  ['html', '网页（.html）'],
] as const;

/** The issue on paper (印样) and as files: the proof opens in a window of its own, what was typed having been kept. */
export function IssueDownloads({ issue, onFlush }: { issue: IssueInFull; onFlush: () => Promise<unknown> }) {
  const { message } = App.useApp();
  const { saving, download } = useDownload();
  const [opening, setOpening] = useState(false);
  const { id } = issue;
  const name = `${issue.seriesName}${nameIssue(issue)}`;
  const openProof = async () => {
    // Opened at once: a window that is opened later is held to be an advertisement.
    const shown = window.open('', '_blank');
    setOpening(true);
    try {
      await onFlush();
      await openFile(fillRoute(BULLETIN_ROUTES.print, { id, format: 'pdf' }), shown);
    } catch (error) {
      shown?.close();
      void message.error(error instanceof DownloadFault ? error.message : FAULTS.INTERNAL_SERVER_ERROR);
    }
    setOpening(false);
  };
  const save = async (format: string) => {
    await onFlush();
    if (format === 'original') download(fillRoute(BULLETIN_ROUTES.original, { id }), issue.originalName ?? name);
    else download(fillRoute(BULLETIN_ROUTES.print, { id, format }), `${name}.${format}`);
  };
  return (
    <>
      <Button loading={opening} onClick={() => void openProof()} data-testid="issue-proof">
        {issue.state === 'signed' ? '打开印本' : '看印样'}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...FORMATS.map(([format, words]) => ({
              key: format,
              label: <span data-testid={`issue-${format}`}>{words}</span>,
            })),
            ...(issue.isImported ? [{ key: 'original', label: <span data-testid="issue-original">原文件</span> }] : []),
          ],
          onClick: ({ key }) => void save(key),
        }}
      >
        <Button loading={saving} data-testid="issue-download">
          下载 <DownOutlined />
        </Button>
      </Dropdown>
    </>
  );
}
