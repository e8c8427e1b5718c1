import { useNavigate } from 'react-router';

import { formatInstant } from '../../ui/format-instant.ts';
import { GiveBack } from './give-back.tsx';
import './submissions.css';
import type { Submission } from './use-submission.ts';

/** Line above the desk (送审提示) while a revision is sent up: to its own office that it waits, to the other what it is. */
export function SubmissionNotice({ sent, received }: { sent: Submission | null; received: Submission | null }) {
  const navigate = useNavigate();
  if (received) {
    return (
      <div className="submission-notice" role="status" data-testid="notice-received">
        {received.from.name}送审稿，{formatInstant(received.sentAt)}送到{received.note && `。附言：${received.note}`}
        <GiveBack submission={received} onDone={() => void navigate('/submissions')} />
      </div>
    );
  }
  if (sent?.endedHow === null) {
    return (
      <div className="submission-notice" role="status" data-testid="notice-sent">
        此稿已于 {formatInstant(sent.sentAt)} 送{sent.to.name}审查，退回之前可以阅读，暂不能处理疑点。
      </div>
    );
  }
  return null;
}
