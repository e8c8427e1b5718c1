import { Typography } from 'antd';
import { type ReactNode, useEffect } from 'react';

/** Heading line of a page (页面标题) with its actions at the right; also names the browser tab. */
export function PageTitle({ title, note, actions }: { title: string; note?: ReactNode; actions?: ReactNode }) {
  useDocumentTitle(title);
  return (
    <div className="page-title">
      <div className="page-title-words">
        <Typography.Title level={4}>{title}</Typography.Title>
        {note && <Typography.Text type="secondary">{note}</Typography.Text>}
      </div>
      {actions && <div className="page-title-actions">{actions}</div>}
    </div>
  );
}

/** Names the browser tab (标签页标题) while the page is shown. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 修志`;
    return () => {
      document.title = '修志';
    };
  }, [title]);
}
