import type { Outputs } from '../../api.ts';
import { RenewReview } from './renew-review.tsx';

type Revision = Outputs['manuscripts']['list'][number];

/** The latest text of each manuscript with its button to review it again (重新审校), below the settings. */
export function Renewals({ revisions }: { revisions: readonly Revision[] }) {
  const latest = new Map<string, Revision>();
  // The newest stand first.
  for (const revision of revisions)
    if (revision.state === 'ready' && !latest.has(revision.manuscriptId)) latest.set(revision.manuscriptId, revision);
  if (latest.size === 0) return <span className="muted">设置对以后导入的书稿生效。</span>;
  return (
    <div className="renewals">
      <span className="muted">设置对以后导入的书稿生效；已导入的：</span>
      {[...latest.values()].slice(0, 5).map(({ id, title, number }) => (
        <span key={id}>
          {title}第{number}稿
          <RenewReview id={id} size="small" />
        </span>
      ))}
    </div>
  );
}
