import { useInfiniteQuery } from '@tanstack/react-query';
import { ANSWER_NAMES, CHECK_SOURCE_NAMES, type Verdict } from '@xiuzhi/domain';
import { Empty, Tag } from 'antd';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { DiffText } from './diff-text.tsx';
import { VerdictPicker } from './verdict-picker.tsx';

const PAGE = 100;

/** Lines of a check (核对条目): what was asked, what was answered, what the two texts say, and the verdict. */
export function CheckLines({ check, verdict }: { check: Outputs['checks']['get']; verdict: Verdict | undefined }) {
  const id = check.revisionId;
  const list = useInfiniteQuery(
    api.checks.lines.infiniteOptions({
      input: (from: number) => ({ id, from, limit: PAGE, ...(verdict ? { verdict } : {}) }),
      initialPageParam: 0,
      getNextPageParam: (page) => (page.length === PAGE ? page.at(-1)!.number : undefined),
    }),
  );
  if (list.error && !list.data) return <FaultNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton rows={6} />;
  const lines = list.data.pages.flat();
  if (lines.length === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={verdict ? '没有这类条目。' : '上一稿没有要核对的意见、径改或核实，可在“新旧稿对照”中查看改动。'}
      />
    );
  }
  return (
    <>
      <ol className="check-lines" data-testid="check-lines">
        {lines.map((line) => (
          <li key={line.number} className="check-line" data-testid={`check-line-${line.number}`}>
            <header>
              <b className="number">{line.number}</b>
              <Tag>{CHECK_SOURCE_NAMES[line.source]}</Tag>
              {line.certainty === 'uncertain' && <Tag>不确定意见</Tag>}
              <span className="muted check-place" title={line.place}>
                {line.place}
                {line.places > 1 && `　共 ${line.places} 处，已改 ${line.placesDone} 处`}
              </span>
              <VerdictPicker check={check} line={line} />
            </header>
            <p className="check-asked">
              {line.wording}
              {line.suggestion !== null && <span className="muted">　建议改为“{line.suggestion}”</span>}
            </p>
            <DiffText before={line.before.text} after={line.after?.text ?? null} />
            <footer className="muted">
              <span data-testid={`check-answer-${line.number}`}>
                单位答复：{line.answer ? ANSWER_NAMES[line.answer] : '未答复'}
                {line.answerNote && `（${line.answerNote}）`}
              </span>
              {line.overruled && (
                <span>
                  　改判{line.overruledBy && `：${line.overruledBy}`}
                  {line.note && `，${line.note}`}
                </span>
              )}
            </footer>
          </li>
        ))}
      </ol>
      <MoreButton list={list} />
    </>
  );
}
