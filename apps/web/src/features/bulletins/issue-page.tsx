import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BULLETIN_ROUTES } from '@xiuzhi/contract';
import { Alert, App, Button, Popconfirm } from 'antd';
import { createRef, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useMe } from '../accounts/use-me.ts';
import { selectText, takeSuggestions } from '../reviews/edit-area.ts';
import './bulletins.css';
import { type FileProblem, type IssueInFull, type Item, nameIssue, nameState } from './bulletin-words.ts';
import { FactsPanel } from './facts-panel.tsx';
import { FindingsSide } from './findings-side.tsx';
import { openFoundWords } from './found-words.ts';
import { IssueDownloads } from './issue-downloads.tsx';
import { IssueHead } from './issue-head.tsx';
import { IssueSteps } from './issue-steps.tsx';
import { IssueTail } from './issue-tail.tsx';
import { ItemsDesk } from './items-desk.tsx';
import { ReadItems } from './read-items.tsx';
import { isPointedOut, type PlacedFinding, type ReviewedField } from './place-findings.ts';
import { SavingMark } from './saving-mark.tsx';
import { SignedSteps } from './signed-steps.tsx';
import { useIssueEdits } from './use-issue-edits.ts';
import { useIssueReview } from './use-issue-review.ts';
import { useItemDrafts } from './use-item-drafts.ts';

/** What the page of a new draft is told of the Word file it was made from. */
export interface FromFile {
  fileName: string;
  items: number;
  problems: readonly FileProblem[];
}

/** Issue page (一期简报): the desk while it is worked on, the issue as it was printed once it is signed. */
export function IssuePage() {
  const id = useParams()['id']!;
  const issue = useQuery(api.bulletins.get.queryOptions({ input: { id } }));
  if (issue.error && !issue.data) {
    return (
      <div className="page">
        <FaultNotice error={issue.error} onRetry={() => void issue.refetch()} />
      </div>
    );
  }
  if (!issue.data) return <PageSkeleton rows={14} />;
  return issue.data.state === 'signed' ? (
    <SignedIssue key={id} issue={issue.data} />
  ) : (
    <IssueDesk key={id} issue={issue.data} />
  );
}

const NO_ITEMS: readonly Item[] = [];
const keptAlready = async () => undefined;

function SignedIssue({ issue }: { issue: IssueInFull }) {
  return (
    <div className="page">
      <div className="no-print">
        <PageTitle
          title={`${issue.seriesName}${nameIssue(issue)}`}
          note={
            <>
              <Link to={`/bulletins?series=${issue.seriesId}`}>简报</Link>
              {issue.publishedAt && (
                <>
                  {' · '}
                  <a
                    href={fillRoute(BULLETIN_ROUTES.published, { id: issue.id })}
                    target="_blank"
                    rel="noreferrer"
                    data-testid="issue-published"
                  >
                    已在网上公开
                  </a>
                </>
              )}
              {issue.isImported && ' · 往期导入'}
            </>
          }
          actions={<IssueDownloads issue={issue} onFlush={keptAlready} />}
        />
      </div>
      <SignedSteps issue={issue} />
      <div className="bulletin-paper">
        <IssueHead issue={issue} onChange={() => undefined} />
        <ReadItems issue={issue} />
        <IssueTail issue={issue} onChange={() => undefined} />
      </div>
      <FactsPanel issueId={issue.id} />
    </div>
  );
}

function IssueDesk({ issue }: { issue: IssueInFull }) {
  const { id, allowed } = issue;
  const queryClient = useQueryClient();
  const fromFile = (useLocation().state as { fromFile?: FromFile } | null)?.fromFile;
  const series = useQuery(api.bulletins.listSeries.queryOptions());
  const own = series.data?.find((one) => one.id === issue.seriesId);
  const edits = useIssueEdits(id);
  const personId = useMe().person.id;
  const unsaved = useMemo(() => openFoundWords(personId, id), [personId, id]);
  const drafts = useItemDrafts(edits, unsaved, allowed.edit ? issue.bulletinItems : NO_ITEMS);
  const words = useMemo(
    () => issue.bulletinItems.map((item) => ({ id: item.id, ...drafts.fieldsOf(item) })),
    [issue, drafts],
  );
  const { placed, isChecking } = useIssueReview(words, issue.issuedOn ? Number(issue.issuedOn.slice(0, 4)) : null);
  const [selected, setSelected] = useState<string | null>(null);
  const areas = useRef(new Map<string, RefObject<HTMLTextAreaElement | null>>());
  const areaOf = useCallback((itemId: string, field: ReviewedField) => {
    const key = `${itemId} ${field}`;
    const area = areas.current.get(key) ?? createRef<HTMLTextAreaElement>();
    areas.current.set(key, area);
    return area;
  }, []);
  const show = ({ itemId, field, finding }: PlacedFinding) => {
    setSelected(finding.id);
    // A dialog that is closing gives the focus back; the passage is looked for after that.
    requestAnimationFrame(() => selectText(areaOf(itemId, field).current, finding.start, finding.end));
  };
  const settleItems = useRef<() => Promise<void>>(keptAlready);
  const keepSettler = useCallback((settle: () => Promise<void>) => {
    settleItems.current = settle;
  }, []);
  /** The issue as it is once all that was typed is kept; null where something could not be. */
  const flush = async () => {
    await settleItems.current();
    const isKept = await drafts.flush();
    return isKept ? queryClient.getQueryData<IssueInFull>(api.bulletins.get.queryKey({ input: { id } }))! : null;
  };
  const items = issue.bulletinItems;
  const found = items.flatMap((item, at) => (drafts.found.has(item.id) ? [at + 1] : []));
  return (
    <div className="page bulletin-desk">
      <div className="no-print">
        <PageTitle
          title={`${issue.seriesName}${nameIssue(issue)}`}
          note={
            <>
              <Link to={`/bulletins?series=${issue.seriesId}`} data-testid="issue-back">
                简报
              </Link>
              {' · '}
              <span data-testid="issue-state">{nameState(issue.state)}</span>
              {' · '}
              {items.length} 条
            </>
          }
          actions={
            <>
              <IssueDownloads issue={issue} onFlush={flush} />
              {issue.state === 'draft' && allowed.edit && <DiscardIssue issue={issue} />}
            </>
          }
        />
        {issue.returnedWhy && issue.state === 'draft' && (
          <Alert
            type="warning"
            showIcon
            className="spaced"
            title={`退回修改：${issue.returnedWhy}`}
            data-testid="issue-returned"
          />
        )}
        {fromFile && <FileNotice fromFile={fromFile} />}
        {found.length > 0 && (
          <Alert
            type="info"
            showIcon
            closable
            className="spaced"
            data-testid="issue-found-words"
            title={`上次离开时没有存上的文字已经找回（第 ${found.join('、')} 条），请核对，系统随即保存。`}
          />
        )}
      </div>
      <IssueSteps
        issue={issue}
        pointed={placed.filter(({ finding }) => isPointedOut(finding))}
        isChecking={isChecking}
        rights={own?.allowed}
        onFlush={flush}
        onShow={show}
      />
      <div className="bulletin-saving no-print">
        {!allowed.edit && (
          <span className="muted">
            {allowed.giveBack
              ? '现在只能阅读；需要修改的，请退回拟稿人。'
              : '现在只能阅读；需要修改的，请核稿人或签发人退回。'}
          </span>
        )}
        <SavingMark
          saving={edits.saving}
          waiting={drafts.isWaiting}
          refused={items.flatMap((item, at) => (drafts.drafts.get(item.id)?.refusal ? [at + 1] : []))}
          onRefresh={() => void edits.refresh()}
        />
      </div>
      <div className="bulletin-table">
        <div className="bulletin-paper">
          <IssueHead issue={issue} onChange={(fields) => void edits.update(fields)} />
          <ItemsDesk
            issue={issue}
            intake={own?.intake ?? false}
            edits={edits}
            drafts={drafts}
            placed={placed}
            selected={selected}
            areaOf={areaOf}
            onLeave={keepSettler}
          />
          <IssueTail issue={issue} onChange={(fields) => void edits.update(fields)} />
        </div>
        <FindingsSide
          items={items}
          placed={placed}
          isChecking={isChecking}
          selected={selected}
          onShow={show}
          onMend={
            allowed.edit
              ? ({ itemId, field, finding }) => takeSuggestions(areaOf(itemId, field).current, [finding])
              : undefined
          }
        />
      </div>
    </div>
  );
}

/** What was read out of the Word file, and what a person should look at. */
function FileNotice({ fromFile }: { fromFile: FromFile }) {
  const { fileName, items, problems } = fromFile;
  return (
    <Alert
      type={problems.length > 0 ? 'warning' : 'success'}
      showIcon
      closable
      className="spaced"
      data-testid="draft-receipt"
      title={`已从“${fileName}”读出 ${items} 条信息，请核对栏目、题名和来源。`}
      description={
        problems.length > 0 && (
          <ul className="bulletin-pointed">
            {problems.map(({ message }, at) => (
              <li key={at}>{message}</li>
            ))}
          </ul>
        )
      }
    />
  );
}

function DiscardIssue({ issue }: { issue: IssueInFull }) {
  const { id, version, seriesId } = issue;
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const discard = useMutation(
    api.bulletins.discard.mutationOptions({
      onSuccess: () => {
        void navigate(`/bulletins?series=${seriesId}`, { replace: true });
        queryClient.removeQueries({ queryKey: api.bulletins.get.queryKey({ input: { id } }) });
        void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() });
        void queryClient.invalidateQueries({ queryKey: api.dispatches.key() });
        void message.success('草稿已删去，其中的来稿已改回待处理。');
      },
      onError: (error) => {
        void message.error(describeFault(error));
        void queryClient.invalidateQueries({ queryKey: api.bulletins.get.queryKey({ input: { id } }) });
      },
    }),
  );
  return (
    <Popconfirm
      title="删去这期草稿？"
      description="编好的文字一并删去，来稿改回待处理。"
      okText="删去"
      okButtonProps={{ danger: true, 'data-testid': 'issue-discard-confirm' }}
      onConfirm={() => discard.mutate({ id, version })}
    >
      <Button loading={discard.isPending} data-testid="issue-discard">
        删去草稿
      </Button>
    </Popconfirm>
  );
}
