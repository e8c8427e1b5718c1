import { useMutation } from '@tanstack/react-query';
import { SECRECY_OUTCOME_NAMES } from '@xiuzhi/domain';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';

import { api, describeFault } from '../../api.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { type IssueInFull, nameIssue, type Series } from './bulletin-words.ts';
import { GiveBack } from './give-back.tsx';
import type { PlacedFinding } from './place-findings.ts';
import { SecrecyDialog } from './secrecy-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { findUntitled, tellLacking } from './tell-lacking.ts';
import { useStep } from './use-step.ts';

type Progress = 'done' | 'now' | 'todo' | 'again';

interface Step {
  name: string;
  progress: Progress;
  note: string;
}

/** 拟稿、核稿、保密审查、签发: how far each has come, by whom and when. */
function stepsOf(issue: IssueInFull): Step[] {
  const { state, secrecyReviews } = issue;
  const rank = ['draft', 'checking', 'signing', 'signed'].indexOf(state);
  const by = (name: string | null, at: string | null) => [name, at && formatInstant(at)].filter(Boolean).join(' ');
  const step = (name: string, at: number, person: string | null, when: string | null): Step => ({
    name,
    progress: rank > at ? 'done' : rank === at ? 'now' : 'todo',
    note: rank > at ? by(person, when) : '',
  });
  const last = secrecyReviews.at(0);
  const secrecy: Step = {
    name: '保密审查',
    progress: !last
      ? rank === 0
        ? 'todo'
        : 'now'
      : last.outcome === 'cleared' && (last.isCurrent || state === 'signed')
        ? 'done'
        : 'again',
    note: !last
      ? ''
      : last.isCurrent || state === 'signed'
        ? `${SECRECY_OUTCOME_NAMES[last.outcome]} ${by(last.reviewedBy, last.reviewedAt)}`
        : '审查以后有改动，须再次审查',
  };
  // What was done to a back issue before it came here is not known.
  if (issue.isImported) return [secrecy];
  return [
    step('拟稿', 0, issue.draftedBy, issue.draftedAt),
    step('核稿', 1, issue.checkedBy, issue.checkedAt),
    secrecy,
    step('签发', 2, issue.signedBy, issue.signedAt),
  ];
}

const PROGRESS_WORDS: Record<Progress, string> = { done: '已办', now: '待办', todo: '', again: '须再办' };

/** The way of an issue to its signature (办理进度), and what the caller can do at this step. */
export function IssueSteps({
  issue,
  pointed,
  isChecking,
  rights,
  onFlush,
  onShow,
}: {
  issue: IssueInFull;
  /** Political and secrecy matters that the program points out in the text. */
  pointed: readonly PlacedFinding[];
  isChecking: boolean;
  /** What the caller may do with issues of the series, at whatever step. */
  rights?: Series['allowed'] | undefined;
  /** Keeps what was typed; resolves with whether all of it is kept and the issue as it is then. */
  onFlush: () => Promise<IssueInFull | null>;
  onShow: (placed: PlacedFinding) => void;
}) {
  const { id, allowed, state } = issue;
  const [open, setOpen] = useState<'giveBack' | 'secrecy' | 'sign' | null>(null);
  const submit = useMutation(api.bulletins.submit.mutationOptions(useStep(id, () => '已送核稿。')));
  const check = useMutation(api.bulletins.check.mutationOptions(useStep(id, () => '核稿通过，已送签发。')));
  const publish = useMutation(api.bulletins.publish.mutationOptions(useStep(id, () => '已在网上公开。')));
  const unpublish = useMutation(api.bulletins.unpublish.mutationOptions(useStep(id, () => '已撤下公开。')));
  const kept = async (next: (version: number) => void) => {
    const now = await onFlush();
    if (now) next(now.version);
  };
  const openKept = (which: 'giveBack' | 'secrecy' | 'sign') => void kept(() => setOpen(which));
  const hint = tellLacking(issue, rights);
  const refused = submit.error ?? check.error ?? publish.error ?? unpublish.error;
  return (
    <section className="bulletin-steps no-print" aria-label="办理进度">
      <ol>
        {stepsOf(issue).map(({ name, progress, note }) => (
          <li key={name} className={`step-${progress}`} data-testid={`step-${name}`}>
            <b>{name}</b>
            <span>{note || PROGRESS_WORDS[progress]}</span>
          </li>
        ))}
      </ol>
      <div className="bulletin-buttons">
        {allowed.submit && findUntitled(issue) < 0 && (
          <Button
            type="primary"
            loading={submit.isPending}
            onClick={() => void kept((version) => submit.mutate({ id, version }))}
            data-testid="issue-submit"
          >
            送核稿
          </Button>
        )}
        {allowed.check && (
          <Button
            type="primary"
            loading={check.isPending}
            onClick={() => void kept((version) => check.mutate({ id, version }))}
            data-testid="issue-check"
          >
            核稿通过
          </Button>
        )}
        {allowed.reviewSecrecy && (
          <Button onClick={() => openKept('secrecy')} data-testid="issue-secrecy">
            保密审查
          </Button>
        )}
        {allowed.sign && (
          <Button type="primary" onClick={() => openKept('sign')} data-testid="issue-sign">
            签发
          </Button>
        )}
        {allowed.giveBack && (
          <Button onClick={() => openKept('giveBack')} data-testid="issue-give-back">
            退回修改
          </Button>
        )}
        {allowed.publish && state === 'signed' && !issue.publishedAt && issue.disclosure === 'proactive' && (
          <Popconfirm
            title={`在网上公开${nameIssue(issue)}？`}
            description="公开以后，不登录也能看到本期全文；需要时可随时撤下。"
            okText="公开"
            okButtonProps={{ 'data-testid': 'issue-publish-confirm' }}
            onConfirm={() => publish.mutate({ id, version: issue.version })}
          >
            <Button loading={publish.isPending} data-testid="issue-publish">
              网上公开
            </Button>
          </Popconfirm>
        )}
        {allowed.publish && issue.publishedAt && (
          <Popconfirm
            title={`撤下${nameIssue(issue)}？`}
            description="撤下以后，网上不再能看到本期；简报本身不受影响。"
            okText="撤下"
            okButtonProps={{ 'data-testid': 'issue-unpublish-confirm' }}
            onConfirm={() => unpublish.mutate({ id, version: issue.version })}
          >
            <Button loading={unpublish.isPending} data-testid="issue-unpublish">
              撤下公开
            </Button>
          </Popconfirm>
        )}
        {hint && (
          <span className="muted" data-testid="step-hint">
            {hint}
          </span>
        )}
        {refused && (
          <span role="alert" className="bulletin-alarm" data-testid="step-problem">
            {describeFault(refused)}
          </span>
        )}
      </div>
      {open === 'giveBack' && <GiveBack issue={issue} onClose={() => setOpen(null)} />}
      {open === 'secrecy' && (
        <SecrecyDialog
          issue={issue}
          pointed={pointed}
          isChecking={isChecking}
          onShow={(one) => {
            setOpen(null);
            onShow(one);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'sign' && <SignDialog issue={issue} onClose={() => setOpen(null)} />}
    </section>
  );
}
