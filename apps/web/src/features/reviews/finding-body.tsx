import { useQuery } from '@tanstack/react-query';
import { DECISIONS, DECISION_NAMES } from '@xiuzhi/domain';
import { FAMILY_NAMES } from '@xiuzhi/review';
import { Button } from 'antd';

import { formatInstant } from '../../ui/format-instant.ts';
import { BLOCK_PAGE, type Block, blocksOptions } from './book-text.ts';
import type { CardActions } from './finding-card.tsx';
import type { FindingDetail } from './finding-index.ts';
import { OpinionBox } from './opinion-box.tsx';

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
      <QuoteInContext id={id} finding={finding} />
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
          {finding.wording && `：${finding.wording}`}
          {finding.decidedBy && finding.decidedAt && (
            <span className="muted">
              {' '}
              · {finding.decidedBy} {formatInstant(finding.decidedAt)}
            </span>
          )}
        </p>
      )}
      {mayDecide && writing && (
        <OpinionBox
          key={finding.seq}
          draft={finding.wording ?? finding.message}
          onSave={(wording) => actions.decide(finding.seq, 'opine', wording)}
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
                decision === 'opine' ? actions.openOpinion(finding.seq) : actions.decide(finding.seq, decision, null)
              }
            >
              {DECISION_NAMES[decision]} <kbd>{at + 1}</kbd>
            </Button>
          ))}
          {finding.decision ? (
            <Button
              size="small"
              type="text"
              onClick={() => actions.decide(finding.seq, null, null)}
              data-testid="decide-clear"
            >
              撤销处理
            </Button>
          ) : (
            !oneByOne && (
              <Button
                size="small"
                type="text"
                onClick={() => actions.decideAlike(finding.seq)}
                data-testid="decide-alike"
              >
                同类一并处理…
              </Button>
            )
          )}
        </div>
      )}
    </div>
  );
}

/** The edit a finding suggests (建议改法), as before → after. */
export function Replacement({ finding }: { finding: FindingDetail }) {
  const { suggestion, start, quote } = finding;
  if (!suggestion) return null;
  const before = quote.slice(Math.max(0, suggestion.start - start), Math.max(0, suggestion.end - start));
  return (
    <>
      <del>{before || '（空）'}</del>
      <span className="arrow"> → </span>
      <ins>{suggestion.replacement || '（删去）'}</ins>
    </>
  );
}

const ROOM = 28;

function QuoteInContext({ id, finding }: { id: string; finding: FindingDetail }) {
  const block = useQuery({
    ...blocksOptions(id, finding.block),
    select: (page: Block[]) => page[finding.block % BLOCK_PAGE],
  }).data;
  const from = block ? finding.start - block.start : 0;
  const to = block ? finding.end - block.start : 0;
  const quote = finding.quote.length > 120 ? `${finding.quote.slice(0, 110)}……` : finding.quote;
  const flat = (text: string) => text.replace(/[\t\n]+/g, ' ');
  return (
    <p className="finding-context">
      {block && (from > ROOM ? '…' : '') + flat(block.text.slice(Math.max(0, from - ROOM), from))}
      <mark>{flat(quote) || '‸'}</mark>
      {block && flat(block.text.slice(to, to + ROOM)) + (to + ROOM < block.text.length ? '…' : '')}
    </p>
  );
}

function EvidenceList({ evidence, actions }: { evidence: FindingDetail['evidence']; actions: CardActions }) {
  return (
    <ul className="finding-evidence">
      {evidence.map(({ label, span, value }, at) => (
        <li key={at}>
          <span className="label">{label}</span>
          {value}
          {span && (
            <Button
              type="link"
              size="small"
              data-testid="evidence-place"
              onClick={() => actions.showPlace(span.start, span.end)}
            >
              查看此处
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
