import { useQuery } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { Link, useParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { CompleteAnswers } from './complete-answers.tsx';
import { LetterActions } from './letter-actions.tsx';
import { LetterPaper } from './letter-paper.tsx';
import { LetterStateTag } from './letter-state.tsx';
import { type Letter, sideOf, titleOf } from './letter-words.ts';
import './letters.css';
import { LookFirst } from './look-first.tsx';
import { ReplyList } from './reply-list.tsx';
import { SavingMark } from './saving-mark.tsx';
import { TaskLink } from './task-link.tsx';
import { useLetterEdits } from './use-letter-edits.ts';

/** Letter page (文书): a letter on its paper, edited while it is a draft, answered once it is signed. */
export function LetterPage() {
  const id = useParams()['id']!;
  const letter = useQuery(api.letters.get.queryOptions({ input: { id } }));
  if (letter.error && !letter.data) {
    return (
      <div className="page">
        <FaultNotice error={letter.error} onRetry={() => void letter.refetch()} />
      </div>
    );
  }
  if (!letter.data) return <PageSkeleton rows={14} />;
  return <LetterOpen key={id} letter={letter.data} />;
}

function LetterOpen({ letter }: { letter: Letter }) {
  const edits = useLetterEdits(letter.id);
  const { state, allowed } = letter;
  const side = sideOf(letter);
  return (
    <div className="page">
      <div className="letter-head no-print">
        <PageTitle
          title={titleOf(letter)}
          note={
            <>
              <Link to={side === 'received' ? '/letters?box=received' : '/letters'} data-testid="letter-back">
                文书
              </Link>
              {' · '}
              {side === 'issued' ? (
                letter.manuscriptTitle
              ) : (
                <Link to={`/works/${letter.workId}`}>{letter.manuscriptTitle}</Link>
              )}
              第{letter.revisionNumber}稿
            </>
          }
          actions={<LetterActions letter={letter} />}
        />
        {state === 'draft' && letter.unseen > 0 && (
          <Alert
            type="info"
            showIcon
            className="spaced"
            data-testid="letter-unseen"
            title={<LookFirst letter={letter} />}
          />
        )}
        {state === 'withdrawn' && (
          <Alert type="info" showIcon className="spaced" title="此文书已撤回，相应的待办已一并撤回。" />
        )}
      </div>
      <div className="letter-bar no-print">
        <LetterStateTag letter={letter} />
        {state === 'draft' ? (
          <span className="muted">只有本单位看得到草稿。点文字即可修改，随改随存。</span>
        ) : (
          <AnswerProgress letter={letter} />
        )}
        <SavingMark saving={edits.saving} onRefresh={edits.refresh} />
        {state === 'signed' && allowed.answer && <CompleteAnswers letter={letter} />}
      </div>
      <LetterPaper letter={letter} edits={edits} />
      {state !== 'draft' && <ReplyList letter={letter} />}
    </div>
  );
}

function AnswerProgress({ letter }: { letter: Letter }) {
  const { answered, lines, dueOn } = letter;
  return (
    <>
      <span className="letter-progress" data-testid="letter-progress">
        <Progress
          percent={lines === 0 ? 0 : Math.floor((answered / lines) * 100)}
          size="small"
          showInfo={false}
          aria-label="答复进度"
        />
        <span className="number">
          已答复 {answered}／{lines}
        </span>
      </span>
      {letter.signedBy && <span>签发人 {letter.signedBy}</span>}
      {dueOn && letter.state === 'signed' && <span>期限 {formatDay(dueOn)}</span>}
      <TaskLink letter={letter} />
    </>
  );
}
