import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';

import { api, describeFault } from '../../api.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { SendRevision } from './send-revision.tsx';
import { submissionWords } from './submission-words.ts';
import type { Submission } from './use-submission.ts';

/** How far a revision has come on its way up (送审状态), a line under its state. */
export function RevisionSubmission({ sent }: { sent: Submission | undefined }) {
  if (!sent) return null;
  return (
    <div className="muted" title={`${formatInstant(sent.sentAt)}送${sent.to.name}`} data-testid="revision-submission">
      {submissionWords(sent)}
      {sent.endedHow === null && `：${sent.to.name}`}
    </div>
  );
}

/** Sends a revision up (送审), or takes it back while it is there (撤回送审). */
export function SubmitRevision({
  revisionId,
  name,
  sent,
}: {
  revisionId: string;
  name: string;
  sent: Submission | undefined;
}) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const may = useAllowed('submissions.send');
  const [sending, setSending] = useState(false);
  const withdraw = useMutation(
    api.submissions.withdraw.mutationOptions({
      onSuccess: () => message.success('送审已撤回，可以继续处理疑点。'),
      onError: (error) => message.error(describeFault(error)),
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: api.submissions.key() });
        void queryClient.invalidateQueries({ queryKey: api.reviews.key() });
      },
    }),
  );
  if (!may) return null;
  if (sent?.endedHow === null) {
    return (
      <Popconfirm
        title="撤回送审？"
        description={`${sent.to.name}将不再看到这一稿。`}
        okText="撤回"
        okButtonProps={{ 'data-testid': 'submission-withdraw-confirm' }}
        onConfirm={() => withdraw.mutate({ id: sent.id })}
      >
        <Button type="link" size="small" loading={withdraw.isPending} data-testid="submission-withdraw">
          撤回送审
        </Button>
      </Popconfirm>
    );
  }
  return (
    <>
      <Button type="link" size="small" onClick={() => setSending(true)} data-testid="submission-send">
        送审
      </Button>
      {sending && <SendRevision revisionId={revisionId} name={name} onClose={() => setSending(false)} />}
    </>
  );
}
