import { useQueryClient } from '@tanstack/react-query';
import type { Decision } from '@xiuzhi/domain';
import { App } from 'antd';
import { useMemo, useRef, useState } from 'react';

import { api, client, describeFault, isRefusal } from '../../api.ts';
import { noticeSession } from '../../query.ts';
import { type FindingDetail, type FindingIndex, decisionOf, withAnswer, withDecisions } from './finding-index.ts';
import { PAGE, detailOptions } from './use-detail.ts';

type Step =
  | { kind: 'one'; seq: number; decision: Decision | null; wording: string | null }
  | { kind: 'many'; batch: string; count: number };

/** Decides and takes back (处理与撤销). `undo` gives the finding to show again, or null. */
export interface Decisions {
  decide: (seq: number, decision: Decision | null, wording: string | null) => void;
  /** Decides the undecided findings of a rule; the answer can take back this very batch, whatever was decided since. */
  decideMany: (
    rule: string,
    decision: Decision,
    wording: string | null,
  ) => Promise<{ count: number; undo: () => void }>;
  undo: () => number | null;
  /** How many steps can be taken back. */
  undoable: number;
}

/**
 * Decisions on the findings of a revision. Each is shown at once and sent in order, so that the version a later one
 * names is the one the earlier left; a refused one is put back and said, and where somebody else was first the
 * finding is shown again (`onConflict`).
 */
export function useDecisions(id: string, onConflict: (seq: number) => void): Decisions {
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [undoable, setUndoable] = useState(0);
  const conflict = useRef(onConflict);
  conflict.current = onConflict;
  const decisions = useMemo(() => {
    const indexKey = api.reviews.index.queryKey({ input: { id } });
    const steps: Step[] = [];
    let sending: Promise<void> = Promise.resolve();
    const enqueue = (task: () => Promise<void>) => {
      const earlier = sending;
      sending = (async () => {
        await earlier;
        await task();
      })();
    };

    const indexNow = () => queryClient.getQueryData<FindingIndex>(indexKey);
    const editIndex = (edit: (index: FindingIndex) => FindingIndex) =>
      queryClient.setQueryData<FindingIndex>(indexKey, (index) => index && edit(index));
    const detailKey = (seq: number) => detailOptions(id, seq).queryKey;
    const detailNow = (seq: number) => queryClient.getQueryData<FindingDetail[]>(detailKey(seq))?.[seq % PAGE];
    const editDetail = (seq: number, edit: (finding: FindingDetail) => FindingDetail) =>
      queryClient.setQueryData<FindingDetail[]>(detailKey(seq), (page) =>
        page?.map((finding) => (finding.seq === seq ? edit(finding) : finding)),
      );
    const refetch = () => {
      void queryClient.invalidateQueries({ queryKey: indexKey });
      void queryClient.invalidateQueries({ queryKey: api.reviews.findings.key() });
    };
    const touched = () => {
      setUndoable(steps.length);
      void queryClient.invalidateQueries({ queryKey: api.reviews.summary.key() });
      void queryClient.invalidateQueries({ queryKey: api.manuscripts.list.key() });
    };

    const show = (seq: number, decision: Decision | null, wording: string | null) => {
      editIndex((index) => withDecisions(index, [seq], decision));
      editDetail(seq, (finding) => ({ ...finding, decision, wording }));
    };

    const send = (seq: number, decision: Decision | null, wording: string | null, step: Step | null) => {
      const before = { decision: decisionOf(indexNow()!, seq), wording: detailNow(seq)?.wording ?? null };
      show(seq, decision, wording);
      enqueue(async () => {
        try {
          const version = indexNow()!.version[seq]!;
          const finding = await client.reviews.decide({ id, seq, version, decision, wording });
          editIndex((index) => withAnswer(index, seq, finding.decision, finding.version));
          editDetail(seq, () => finding);
        } catch (error) {
          show(seq, before.decision, before.wording);
          noticeSession(error);
          if (step && steps.includes(step)) steps.splice(steps.indexOf(step), 1);
          void message.error(describeFault(error));
          if (isRefusal(error, 'DECISION_CONFLICT')) {
            refetch();
            conflict.current(seq);
          }
        }
        touched();
      });
    };

    const takeBack = (step: Step) => {
      steps.splice(steps.indexOf(step), 1);
      setUndoable(steps.length);
      if (step.kind === 'one') {
        send(step.seq, step.decision, step.wording, null);
        return;
      }
      enqueue(async () => {
        try {
          const { seqs } = await client.reviews.undoMany({ id, batch: step.batch });
          editIndex((index) => withDecisions(index, seqs, null));
          const kept = step.count - seqs.length;
          void message.success(
            kept > 0
              ? `已撤销 ${seqs.length} 条；另有 ${kept} 条此后又有处理，保持不动。`
              : `已撤销 ${seqs.length} 条的批量处理。`,
          );
        } catch (error) {
          steps.push(step);
          noticeSession(error);
          void message.error(describeFault(error));
        }
        refetch();
        touched();
      });
    };

    return {
      decide: (seq: number, decision: Decision | null, wording: string | null) => {
        const index = indexNow();
        if (!index) return;
        const step: Step = {
          kind: 'one',
          seq,
          decision: decisionOf(index, seq),
          wording: detailNow(seq)?.wording ?? null,
        };
        steps.push(step);
        send(seq, decision, wording, step);
        setUndoable(steps.length);
      },
      decideMany: async (rule: string, decision: Decision, wording: string | null) => {
        await sending;
        const { batch, seqs } = await client.reviews.decideMany({ id, rule, decision, wording });
        const step: Step = { kind: 'many', batch, count: seqs.length };
        if (seqs.length > 0) steps.push(step);
        editIndex((index) => withDecisions(index, seqs, decision));
        refetch();
        touched();
        return {
          count: seqs.length,
          undo: () => {
            if (steps.includes(step)) takeBack(step);
          },
        };
      },
      undo: () => {
        const step = steps[steps.length - 1];
        if (step) takeBack(step);
        return step?.kind === 'one' ? step.seq : null;
      },
    };
  }, [id, queryClient, message]);
  return useMemo(() => ({ ...decisions, undoable }), [decisions, undoable]);
}
