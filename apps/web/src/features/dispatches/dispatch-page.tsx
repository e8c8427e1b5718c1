import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link, useParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { DispatchDesk } from './dispatch-desk.tsx';
import './dispatches.css';

/** Page of one piece of copy (来稿). */
export function DispatchPage() {
  const id = useParams()['id']!;
  const dispatch = useQuery(api.dispatches.get.queryOptions({ input: { id } }));
  if (dispatch.error && !dispatch.data)
    return (
      <div className="page">
        <FaultNotice error={dispatch.error} onRetry={() => void dispatch.refetch()} />
      </div>
    );
  if (!dispatch.data) return <PageSkeleton />;
  return (
    <div className="page">
      <PageTitle title="来稿" note={<Link to="/dispatches">返回列表</Link>} />
      <Card size="small">
        <DispatchDesk dispatch={dispatch.data} />
      </Card>
    </div>
  );
}
