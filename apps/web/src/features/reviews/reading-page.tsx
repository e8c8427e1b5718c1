import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { NotReady } from '../manuscripts/not-ready.tsx';
import { ReadingDesk } from './reading-desk.tsx';
import './book-text.css';
import './findings.css';
import './reading.css';

/** Reading page (审读页): fetches the outline and the index, then lays out the desk. */
export function ReadingPage() {
  const id = useParams()['id']!;
  const revision = useQuery(api.manuscripts.get.queryOptions({ input: { id } }));
  const ready = revision.data?.state === 'ready';
  const forever = { enabled: ready, staleTime: Number.POSITIVE_INFINITY, gcTime: 900_000 };
  const outline = useQuery(api.manuscripts.outline.queryOptions({ input: { id }, ...forever }));
  const index = useQuery(
    api.reviews.index.queryOptions({ input: { id }, ...forever, structuralSharing: false, refetchOnMount: 'always' }),
  );
  const failed = [revision, outline, index].find((query) => query.error && !query.data);
  if (failed) {
    return (
      <div className="page">
        <FaultNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  if (revision.data && !ready) return <NotReady revision={revision.data} />;
  if (!revision.data || !outline.data || !index.data) return <PageSkeleton rows={14} />;
  return <ReadingDesk key={id} revision={revision.data} outline={outline.data} index={index.data} />;
}
