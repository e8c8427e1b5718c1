import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FIGURE_KIND_NAMES } from '@xiuzhi/contract';
import { Alert, App, Button, Checkbox, Drawer, Empty, Skeleton, Tag } from 'antd';
import { useMemo, useState } from 'react';

import { type Outputs, api, describeFault, isRefusal } from '../../api.ts';
import { describeFigureKey, formatPeriod } from '../../ui/describe-figure-key.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { RenewReview } from '../manuscripts/renew-review.tsx';
import { gatherPeriods, type PeriodFigures } from './gather-periods.ts';
import type { GroupName } from './group-name.ts';
import { type Figure, PlaceLink } from './place-link.tsx';

type Verdict = Outputs['figures']['mark']['verdict'];
const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { same: '同一口径', differentDefinition: '口径不同' };

/** All places of one indicator side by side (对照), and what the editor judges of two of them. */
export function GroupDrawer({ id, group, onClose }: { id: string; group: GroupName; onClose: () => void }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const may = useAllowed('figures.mark');
  const [chosen, setChosen] = useState<readonly Figure[]>([]);
  const { subject, indicator, unit } = group;
  const input = { id, subject, indicator, unit };
  const side = useQuery(api.figures.group.queryOptions({ input }));
  const revision = useQuery(api.manuscripts.get.queryOptions({ input: { id } }));
  const periods = useMemo(() => gatherPeriods(side.data?.figures ?? []), [side.data]);
  const again = () => void queryClient.invalidateQueries({ queryKey: api.figures.key() });
  const mark = useMutation(
    api.figures.mark.mutationOptions({
      onSuccess: () => setChosen([]),
      onError: (error) => {
        if (isRefusal(error, 'STALE')) setChosen([]);
        void message.error(describeFault(error));
      },
      onSettled: again,
    }),
  );
  const unmark = useMutation(
    api.figures.unmark.mutationOptions({ onError: (error) => message.error(describeFault(error)), onSettled: again }),
  );
  const judge = (one: Figure, other: Figure, verdict: Verdict) =>
    mark.mutate({
      id,
      verdict,
      figures: [
        { seq: one.seq, key: one.key },
        { seq: other.seq, key: other.key },
      ],
    });
  const choose = (figure: Figure, on: boolean) =>
    setChosen((before) => {
      const others = before.filter(({ seq }) => seq !== figure.seq);
      // The third takes the place of the first.
      return on ? [...others.slice(-1), figure] : others;
    });
  const [one, other] = chosen;
  return (
    <Drawer
      open
      title={`${[subject, indicator].filter(Boolean).join(' ')}${unit && `（${unit}）`}`}
      size={720}
      onClose={onClose}
      data-testid="group-drawer"
      footer={
        may && (
          <div className="group-footer">
            <span className="muted">
              {one && other ? '认定所选的两处：' : '也可以勾选任意两处数据，认定是否同一口径。'}
            </span>
            {(['same', 'differentDefinition'] as const).map((verdict) => (
              <Button
                key={verdict}
                disabled={!one || !other || one.key === other.key}
                loading={mark.isPending && mark.variables.verdict === verdict}
                onClick={() => one && other && judge(one, other, verdict)}
                data-testid={`mark-${verdict}`}
              >
                {VERDICT_NAMES[verdict]}
              </Button>
            ))}
          </div>
        )
      }
    >
      {side.error ? (
        <FaultNotice error={side.error} onRetry={() => void side.refetch()} />
      ) : !side.data ? (
        <Skeleton active />
      ) : side.data.figures.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="重新审校之后已没有这项数据。" />
      ) : (
        <>
          {side.data.verdicts.length > 0 && (
            <Alert
              type="info"
              className="spaced"
              title="已有认定，重新审校时照此处理"
              action={<RenewReview id={id} size="small" />}
              description={
                <ul className="verdicts">
                  {side.data.verdicts.map((verdict) => (
                    <li key={verdict.id} data-testid="figure-verdict">
                      <span>
                        {verdict.keys.map(describeFigureKey).join(' 与 ')}：<b>{VERDICT_NAMES[verdict.verdict]}</b>
                        <span className="muted">
                          {verdict.decidedBy && ` · ${verdict.decidedBy}`} {formatInstant(verdict.decidedAt)}
                        </span>
                      </span>
                      {may && revision.data && (
                        <Button
                          type="link"
                          size="small"
                          onClick={() => unmark.mutate({ workId: revision.data.workId, verdictId: verdict.id })}
                          data-testid="verdict-undo"
                        >
                          撤销
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              }
            />
          )}
          {periods.map((period) => (
            <PeriodSection
              key={period.key}
              id={id}
              period={period}
              chosen={chosen}
              may={may}
              verdicts={side.data.verdicts}
              onChoose={choose}
              onJudge={judge}
            />
          ))}
          {side.data.capped && <p className="muted">只列出前 500 处，其余请在台账中按指标查找。</p>}
        </>
      )}
    </Drawer>
  );
}

function PeriodSection({
  id,
  period,
  chosen,
  may,
  verdicts,
  onChoose,
  onJudge,
}: {
  id: string;
  period: PeriodFigures;
  chosen: readonly Figure[];
  may: boolean;
  verdicts: Outputs['figures']['group']['verdicts'];
  onChoose: (figure: Figure, on: boolean) => void;
  onJudge: (one: Figure, other: Figure, verdict: Verdict) => void;
}) {
  const [one, other] = period.distinct;
  const judged = verdicts.find(
    ({ keys }) => period.distinct.length === 2 && period.distinct.every(({ key }) => keys.includes(key)),
  );
  return (
    <section className={`period${period.differs ? ' differs' : ''}`} data-testid="group-period">
      <h4>
        {formatPeriod(period.period) || '未写时期'}
        {period.scope && <span className="muted"> · {period.scope}</span>}
        {period.kind !== 'amount' && <span className="muted"> · {FIGURE_KIND_NAMES[period.kind]}</span>}
        {period.differs &&
          (judged ? (
            <Tag color="success">{VERDICT_NAMES[judged.verdict]}</Tag>
          ) : (
            <Tag color="warning">{period.distinct.length} 个数值，不一致</Tag>
          ))}
        {may && period.differs && !judged && one && other && period.distinct.length === 2 && (
          <span className="period-verdicts">
            {(['differentDefinition', 'same'] as const).map((verdict) => (
              <Button
                key={verdict}
                size="small"
                onClick={() => onJudge(one, other, verdict)}
                data-testid={`period-${verdict}`}
              >
                {VERDICT_NAMES[verdict]}
              </Button>
            ))}
          </span>
        )}
      </h4>
      {period.figures.map((figure) => (
        <div key={figure.seq} className="period-figure" data-testid="group-figure">
          {may && (
            <Checkbox
              checked={chosen.some(({ seq }) => seq === figure.seq)}
              onChange={(event) => onChoose(figure, event.target.checked)}
              aria-label={`选择${figure.printed}`}
            />
          )}
          <PlaceLink id={id} row={figure} />
          <span className="muted period-section">{figure.section}</span>
        </div>
      ))}
    </section>
  );
}
