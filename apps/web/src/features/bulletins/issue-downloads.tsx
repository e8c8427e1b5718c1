import { DownOutlined } from '@ant-design/icons';
import { BULLETIN_FORMATS, BULLETIN_ROUTES } from '@xiuzhi/contract';
import { Button, Dropdown } from 'antd';

import { fillRoute } from '../../ui/download-file.ts';
import { useDownload } from '../../ui/use-download.ts';
import { type IssueInFull, nameIssue } from './bulletin-words.ts';

const FORMAT_NAMES: Record<(typeof BULLETIN_FORMATS)[number], string> = {
  pdf: 'PDF（排印）',
  docx: 'Word（.docx）',
  ofd: 'OFD（归档）',
  html: '网页（.html）',
};

/** The issue on paper (印样) and as files: the proof opens in a window of its own, what was typed having been kept. */
export function IssueDownloads({ issue, onFlush }: { issue: IssueInFull; onFlush: () => Promise<unknown> }) {
  const { saving, download } = useDownload();
  const { id } = issue;
  const proof = fillRoute(BULLETIN_ROUTES.print, { id, format: 'pdf' });
  const name = `${issue.seriesName}${nameIssue(issue)}`;
  const openProof = async () => {
    // Opened at once: a window that is opened later is held to be an advertisement.
    const shown = window.open('', '_blank');
    await onFlush();
    if (shown) shown.location.href = proof;
  };
  const save = async (format: string) => {
    await onFlush();
    if (format === 'original') download(fillRoute(BULLETIN_ROUTES.original, { id }), issue.originalName ?? name);
    else download(fillRoute(BULLETIN_ROUTES.print, { id, format }), `${name}.${format}`);
  };
  return (
    <>
      <Button data-testid="issue-proof" onClick={() => void openProof()}>
        看印样
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...BULLETIN_FORMATS.map((format) => ({
              key: format,
              label: <span data-testid={`issue-${format}`}>{FORMAT_NAMES[format]}</span>,
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
