import { useQuery } from '@tanstack/react-query';

import { api } from '../../api.ts';
import type { IssueInFull, Item } from './bulletin-words.ts';
import { IssueSteps } from './issue-steps.tsx';
import { isPointedOut } from './place-findings.ts';
import { useIssueReview } from './use-issue-review.ts';

const NO_ITEMS: readonly Item[] = [];

/** How an issue came to its signature, and the way onto the web (办理进度); a back issue is reviewed for secrecy here first. */
export function SignedSteps({ issue }: { issue: IssueInFull }) {
  const { allowed, issuedOn } = issue;
  const series = useQuery(api.bulletins.listSeries.queryOptions());
  const rights = series.data?.find(({ id }) => id === issue.seriesId)?.allowed;
  const { placed, isChecking } = useIssueReview(
    allowed.reviewSecrecy ? issue.bulletinItems : NO_ITEMS,
    issuedOn ? Number(issuedOn.slice(0, 4)) : null,
  );
  const isForWeb =
    issue.isImported && issue.disclosure === 'proactive' && Boolean(rights?.publish || rights?.reviewSecrecy);
  if (issue.signedBy === null && !allowed.publish && !allowed.reviewSecrecy && !isForWeb) return null;
  return (
    <IssueSteps
      issue={issue}
      pointed={placed.filter(({ finding }) => isPointedOut(finding))}
      isChecking={isChecking}
      rights={rights}
      onFlush={async () => issue}
      onShow={({ itemId }) => document.getElementById(`item-${itemId}`)?.scrollIntoView({ block: 'center' })}
    />
  );
}
