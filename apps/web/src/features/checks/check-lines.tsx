import { useInfiniteQuery } from '@tanstack/react-query';
import { ANSWER_NAMES, CHECK_SOURCE_NAMES, VERDICT_NAMES, VERDICTS, type Verdict } from '@xiuzhi/domain';
import { Empty, Tag } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';

import { type Outputs, api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { DiffText } from './diff-text.tsx';
import { useCheckKeys } from './use-check-keys.ts';
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
  const lines = useMemo(() => list.data?.pages.flat() ?? [], [list.data]);
  const current = useCheckKeys(check, lines);
  if (list.error && !list.data) return <FaultNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton rows={6} />;
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
          <li
            key={line.number}
            className={line.number === current ? 'check-line current' : 'check-line'}
            aria-current={line.number === current || undefined}
            data-number={line.number}
            data-testid={`check-line-${line.number}`}
          >
            <header>
              <b className="number">{line.number}</b>
              <Tag>{CHECK_SOURCE_NAMES[line.source]}</Tag>
              {line.certainty === 'uncertain' && <Tag>不确定意见</Tag>}
              <span className="muted check-place" title={line.place}>
                {line.place}
                {line.places > 1 && `　共 ${line.places} 处，已改 ${line.placesDone} 处`}
              </span>
              <span className="no-print check-links">
                <Link to={`/revisions/${check.against.revisionId}?at=${line.before.start}-${line.before.end}`}>
                  旧稿
                </Link>
                {line.after && (
                  <Link to={`/revisions/${id}?at=${line.after.start}-${line.after.end}`} data-testid="check-to-new">
                    新稿
                  </Link>
                )}
              </span>
              <VerdictPicker check={check} line={line} />
            </header>
            <p className="check-asked">
              {line.wording}
              {line.suggestion !== null && <span className="muted">　建议改为“{line.suggestion}”</span>}
            </p>
            <DiffText before={line.before.text} after={line.after?.text ?? null} />
            <footer className="muted">
              {/* Corrections stand in no letter: nobody was asked to answer them. */}
              {(line.answer || line.source !== 'correction') && (
                <span data-testid={`check-answer-${line.number}`}>
                  单位答复：{line.answer ? ANSWER_NAMES[line.answer] : '未答复'}
                  {line.answerNote && `（${line.answerNote}）`}
                </span>
              )}
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
      {check.allowed.overrule && (
        <p className="muted no-print">
          按键：<kbd>J</kbd> <kbd>K</kbd> 下一条、上一条，<kbd>1</kbd> 至 <kbd>5</kbd> 改判为
          {VERDICTS.map((each) => VERDICT_NAMES[each]).join('、')}，<kbd>U</kbd> 恢复机器结果。
        </p>
      )}
    </>
  );
}
