import { CERTAINTY_NAMES, DECISIONS, DECISION_NAMES } from '@xiuzhi/domain';
import { FAMILY_NAMES } from '@xiuzhi/review';
import { Button } from 'antd';

import { formatInstant } from '../../ui/format-instant.ts';
import type { CardActions } from './card-actions.ts';
import type { FindingDetail } from './finding-index.ts';
import { OpinionBox } from './opinion-box.tsx';
import { QuoteInContext, Replacement } from './quote-in-context.tsx';
import { SuppressMenu } from './suppress-menu.tsx';
import { UnitPicker } from './unit-picker.tsx';

const NOTHING = { decision: null, wording: null };

/** All there is to a finding (疑点详情): its context, what is doubted and why, and the decision. */
export function FindingBody({
  id,
  finding,
  writing,
  mayDecide,
  actions,
}: {
  id: string;
  finding: FindingDetail;
  writing: boolean;
  mayDecide: boolean;
  actions: CardActions;
}) {
  const oneByOne = finding.family === 'political' || finding.family === 'secrecy';
  return (
    <div className="finding-body">
      <p className="finding-context">
        <QuoteInContext id={id} finding={finding} room={28} />
      </p>
      <p className="finding-message" data-testid="finding-message">
        {finding.message}
      </p>
      {finding.suggestion && (
        <p className="finding-suggestion" data-testid="finding-suggestion">
          <span className="label">建议改法</span>
          <Replacement finding={finding} />
        </p>
      )}
      {finding.evidence.length > 0 && <EvidenceList evidence={finding.evidence} actions={actions} />}
      <p className="finding-basis">
        <span className="label">依据</span>
        {finding.basis}
        <span className="muted"> · {FAMILY_NAMES[finding.family]}</span>
      </p>
      {finding.decision && (
        <p className="finding-basis" data-testid="finding-decided">
          <span className="label">处理</span>
          {DECISION_NAMES[finding.decision]}
          {finding.certainty === 'uncertain' && `（${CERTAINTY_NAMES.uncertain}）`}
          {finding.wording && `：${finding.wording}`}
          {finding.decidedBy && finding.decidedAt && (
            <span className="muted">
              {' '}
              · {finding.decidedBy} {formatInstant(finding.decidedAt)}
            </span>
          )}
        </p>
      )}
      {mayDecide && finding.decision === 'verify' && (
        <UnitPicker
          id={id}
          contributorId={finding.contributorId}
          onPick={(contributorId) => actions.decide(finding.seq, { decision: 'verify', wording: null, contributorId })}
        />
      )}
      {mayDecide && writing && (
        <OpinionBox
          key={finding.seq}
          draft={finding.wording ?? finding.message}
          certainty={finding.certainty ?? 'change'}
          onSave={(wording, certainty) => actions.decide(finding.seq, { decision: 'opine', wording, certainty })}
          onClose={() => actions.openOpinion(null)}
        />
      )}
      {mayDecide && !writing && (
        <div className="finding-buttons">
          {DECISIONS.map((decision, at) => (
            <Button
              key={decision}
              title={decision === 'correct' && !finding.suggestion ? '该疑点没有可直接采用的改法' : undefined}
              size="small"
              type={finding.decision === decision ? 'primary' : 'default'}
              disabled={decision === 'correct' && !finding.suggestion}
              data-testid={`decide-${decision}`}
              onClick={() =>
                decision === 'opine'
                  ? actions.openOpinion(finding.seq)
                  : actions.decide(finding.seq, { decision, wording: null })
              }
            >
              {DECISION_NAMES[decision]} <kbd>{at + 1}</kbd>
            </Button>
          ))}
          {finding.decision ? (
            <Button
              size="small"
              type="link"
              onClick={() => actions.decide(finding.seq, NOTHING)}
              data-testid="decide-clear"
            >
              撤销处理
            </Button>
          ) : (
            !oneByOne && (
              <>
                <Button
                  size="small"
                  type="link"
                  onClick={() => actions.decideAlike(finding.seq)}
                  data-testid="decide-alike"
                >
                  同类一并处理…
                </Button>
                <SuppressMenu seq={finding.seq} quote={finding.quote} actions={actions} />
              </>
            )
          )}
        </div>
      )}
    </div>
  );
}

function EvidenceList({ evidence, actions }: { evidence: FindingDetail['evidence']; actions: CardActions }) {
  // The items of a sum stand on one line under one label.
  const groups: FindingDetail['evidence'][] = [];
  for (const item of evidence) {
    const last = groups[groups.length - 1];
    if (last && last[0]!.label === item.label) last.push(item);
    else groups.push([item]);
  }
  return (
    <ul className="finding-evidence" data-testid="finding-evidence">
      {groups.map((items, at) => (
        <li key={at}>
          <span className="label">{items[0]!.label}</span>
          {items.map(({ span, value }, item) =>
            span ? (
              <button
                key={item}
                type="button"
                className="evidence-place"
                title="在正文中查看此处"
                data-testid="evidence-place"
                onClick={() => actions.showPlace(span.start, span.end)}
              >
                {value ?? '查看此处'}
              </button>
            ) : (
              <span key={item} className="evidence-value">
                {value}
              </span>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}
