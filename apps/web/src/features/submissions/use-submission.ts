import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { type Outputs, api } from '../../api.ts';
import { useAllowed } from '../accounts/use-me.ts';

/** Submission of a revision (送审). */
export type Submission = Outputs['submissions']['list']['items'][number];

/** The last submission of each revision of a work by its office (送出的). */
export function useSentSubmissions(workId: string): ReadonlyMap<string, Submission> {
  const sent = useQuery(api.submissions.list.queryOptions({ input: { box: 'sent', workId, limit: 200 } }));
  // The newest stand first.
  return useMemo(
    () => new Map([...(sent.data?.items ?? [])].reverse().map((submission) => [submission.revisionId, submission])),
    [sent.data],
  );
}

/** The last submission of a revision by its office (送出的), and the open one that came in to the person's own (收到的). */
export function useSubmission(revisionId: string): { sent: Submission | null; received: Submission | null } {
  const enabled = useAllowed('manuscripts.read');
  const sent = useQuery(api.submissions.list.queryOptions({ input: { box: 'sent', revisionId, limit: 1 }, enabled }));
  const received = useQuery(
    api.submissions.list.queryOptions({ input: { box: 'received', revisionId, open: true, limit: 1 }, enabled }),
  );
  return { sent: sent.data?.items[0] ?? null, received: received.data?.items[0] ?? null };
}
