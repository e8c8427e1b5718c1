import { DECISION_NAMES } from '@xiuzhi/domain';
import { Skeleton } from 'antd';
import { memo } from 'react';

import { FaultNotice } from '../../ui/fault-notice.tsx';
import { FindingBody } from './finding-body.tsx';
import type { CardActions } from './card-actions.ts';
import { type FindingIndex, decisionOf, ruleOf } from './finding-index.ts';
import { QuoteInContext, Replacement } from './quote-in-context.tsx';
import { SeverityTag } from './severity-tag.tsx';
import { useDetail } from './use-detail.ts';

interface Properties {
  id: string;
  seq: number;
  index: FindingIndex;
  selected: boolean;
  /** The box for the wording of an opinion is open. */
  writing: boolean;
  mayDecide: boolean;
  actions: CardActions;
}

/** Card of a finding (疑点卡片): one line or two while others are read, everything once selected. */
export const FindingCard = memo(
  function FindingCard({ id, seq, index, selected, writing, mayDecide, actions }: Properties) {
    const rule = ruleOf(index, seq);
    const decision = decisionOf(index, seq);
    const detail = useDetail(id, seq);
    const finding = detail.data;
    return (
      <article
        className={`finding-card${selected ? ' selected' : ''}${decision ? ' decided' : ''}`}
        aria-current={selected || undefined}
        data-testid="finding-card"
        data-seq={seq}
        onClick={() => !selected && actions.select(seq)}
      >
        <header>
          <SeverityTag severity={rule.severity} />
          <span className="finding-rule">{rule.title}</span>
          {index.carried[seq] === 1 && <span className="muted finding-carried">上稿已有</span>}
          {decision && <span className="finding-decision">{DECISION_NAMES[decision]}</span>}
        </header>
        {detail.error ? (
          <FaultNotice error={detail.error} onRetry={() => void detail.refetch()} />
        ) : !finding ? (
          <Skeleton.Input active size="small" block className="finding-waiting" />
        ) : selected ? (
          <FindingBody id={id} finding={finding} writing={writing} mayDecide={mayDecide} actions={actions} />
        ) : (
          <>
            <p className="finding-quote">
              {finding.suggestion && (
                <span className="finding-edit">
                  <Replacement finding={finding} />
                </span>
              )}
              <QuoteInContext id={id} finding={finding} room={10} />
            </p>
            <p className="finding-gist">{finding.message}</p>
          </>
        )}
      </article>
    );
  },
  (before, after) =>
    before.seq === after.seq &&
    before.id === after.id &&
    before.selected === after.selected &&
    before.writing === after.writing &&
    before.mayDecide === after.mayDecide &&
    before.actions === after.actions &&
    before.index.rules === after.index.rules &&
    before.index.decision[before.seq] === after.index.decision[after.seq],
);
