import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FACT_KIND_NAMES, FACT_STATE_NAMES, type FactState } from '@xiuzhi/domain';
import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { api, describeFault } from '../../api.ts';
import type { Fact } from './archive-words.ts';
import { EditFact } from './edit-fact.tsx';
import { DETAIL_NAMES } from './fact-words.ts';

const COLORS: Record<FactState, string> = { candidate: 'gold', confirmed: 'green', dismissed: 'default' };

/** Facts as a list (线索列表): what was read, where it stands, and what a person made of it. */
export function FactList({ facts, withIssue }: { facts: readonly Fact[]; withIssue: boolean }) {
  const [editing, setEditing] = useState<Fact | null>(null);
  const settle = useSettle();
  return (
    <>
      <ul className="archive-facts" data-testid="facts">
        {facts.map((fact) => (
          <li key={fact.id} className={`archive-fact-${fact.state}`} data-testid="fact">
            <div className="archive-fact-head">
              <span className="muted">{FACT_KIND_NAMES[fact.kind]}</span>
              <b>{fact.name}</b>
              <Tag color={COLORS[fact.state]}>{FACT_STATE_NAMES[fact.state]}</Tag>
              {fact.settledBy && <span className="muted">{fact.settledBy}</span>}
              {fact.maySettle && (
                <span className="row-actions">
                  {fact.state === 'candidate' ? (
                    <>
                      <Button
                        type="link"
                        size="small"
                        onClick={() => settle(fact, 'confirmed')}
                        data-testid="fact-confirm"
                      >
                        确认
                      </Button>
                      <Button type="link" size="small" onClick={() => setEditing(fact)} data-testid="fact-edit">
                        改后确认
                      </Button>
                      <Button
                        type="link"
                        size="small"
                        onClick={() => settle(fact, 'dismissed')}
                        data-testid="fact-dismiss"
                      >
                        不采用
                      </Button>
                    </>
                  ) : (
                    <Button type="link" size="small" onClick={() => settle(fact, 'candidate')} data-testid="fact-undo">
                      撤销
                    </Button>
                  )}
                </span>
              )}
            </div>
            <p className="archive-fact-detail">
              {Object.entries(fact.detail)
                .filter(([field]) => field in DETAIL_NAMES)
                .map(([field, value]) => (
                  <span key={field}>
                    {DETAIL_NAMES[field]}：{value}
                  </span>
                ))}
            </p>
            <blockquote>
              {fact.before}
              <mark>{fact.quote}</mark>
              {fact.after}
            </blockquote>
            {withIssue && (
              <Link to={`/bulletins/${fact.issueId}#item-${fact.itemId}`} className="muted">
                “{fact.title}”，{fact.citation}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {editing && <EditFact fact={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function useSettle() {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const settle = useMutation(
    api.bulletins.settleFact.mutationOptions({
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.bulletins.listFacts.key() }),
    }),
  );
  return ({ id, version }: Fact, state: FactState) => settle.mutate({ id, version, state });
}
