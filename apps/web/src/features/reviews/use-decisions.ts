import { useQueryClient } from '@tanstack/react-query';
import type { Certainty, Decision } from '@xiuzhi/domain';
import { App } from 'antd';
import { useMemo, useRef, useState } from 'react';

import { api, client, describeFault, isRefusal } from '../../api.ts';
import { noticeSession } from '../../query.ts';
import { type FindingDetail, type FindingIndex, decisionOf, withAnswer, withDecisions } from './finding-index.ts';
import { PAGE, detailOptions } from './use-detail.ts';

/** What a person chose for a finding (处理内容): the decision with what goes along with it. */
export interface Choice {
  readonly decision: Decision | null;
  readonly wording: string | null;
  /** Of an opinion. */
  readonly certainty?: Certainty | null;
  /** The unit to ask; null leaves it to the place. */
  readonly contributorId?: string | null;
}

type Step = { kind: 'one'; seq: number; choice: Choice } | { kind: 'many'; batch: string; count: number };

/** Decides and takes back (处理与撤销). `undo` gives the finding to show again, or null. */
export interface Decisions {
  decide: (seq: number, choice: Choice) => void;
  /** Decides the undecided findings of a rule; the answer can take back this very batch, whatever was decided since. */
  decideMany: (
    rule: string,
    decision: Decision,
    wording: string | null,
  ) => Promise<{ count: number; undo: () => void }>;
  /** Has these words or the rule not raised in this work any more (不再提示), and takes it back likewise. */
  suppress: (seq: number, scope: 'quote' | 'rule', reason: string) => Promise<{ count: number; undo: () => void }>;
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

    const show = (seq: number, choice: Choice) => {
      editIndex((index) => withDecisions(index, [seq], choice.decision));
      editDetail(seq, (finding) => ({ ...finding, ...choice, certainty: choice.certainty ?? null }));
    };

    const choiceNow = (seq: number): Choice => {
      const detail = detailNow(seq);
      return {
        decision: decisionOf(indexNow()!, seq),
        wording: detail?.wording ?? null,
        certainty: detail?.certainty ?? null,
        contributorId: detail?.contributorId ?? null,
      };
    };

    const send = (seq: number, choice: Choice, step: Step | null) => {
      const before = choiceNow(seq);
      show(seq, choice);
      enqueue(async () => {
        try {
          const version = indexNow()!.version[seq]!;
          const { decision, wording, certainty, contributorId = null } = choice;
          const command = { id, seq, version, decision, wording, contributorId };
          const finding = await client.reviews.decide({ ...command, ...(certainty ? { certainty } : {}) });
          editIndex((index) => withAnswer(index, seq, finding.decision, finding.version));
          editDetail(seq, () => finding);
        } catch (error) {
          show(seq, before);
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
        send(step.seq, step.choice, null);
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

    const takeMany = (batch: string, seqs: number[], decision: Decision) => {
      const step: Step = { kind: 'many', batch, count: seqs.length };
      steps.push(step);
      editIndex((index) => withDecisions(index, seqs, decision));
      refetch();
      touched();
      return {
        count: seqs.length,
        undo: () => {
          if (steps.includes(step)) takeBack(step);
        },
      };
    };

    return {
      decide: (seq: number, choice: Choice) => {
        if (!indexNow()) return;
        const step: Step = { kind: 'one', seq, choice: choiceNow(seq) };
        steps.push(step);
        send(seq, choice, step);
        setUndoable(steps.length);
      },
      decideMany: async (rule: string, decision: Decision, wording: string | null) => {
        await sending;
        const { batch, seqs } = await client.reviews.decideMany({ id, rule, decision, wording });
        if (seqs.length > 0) return takeMany(batch, seqs, decision);
        refetch();
        touched();
        return { count: 0, undo: () => {} };
      },
      suppress: async (seq: number, scope: 'quote' | 'rule', reason: string) => {
        await sending;
        try {
          const version = indexNow()!.version[seq]!;
          const { batch, seqs } = await client.reviews.suppress({ id, seq, version, scope, reason });
          void queryClient.invalidateQueries({ queryKey: api.reviews.suppressions.key() });
          void queryClient.invalidateQueries({ queryKey: api.works.settings.key() });
          return takeMany(batch, seqs, 'dismiss');
        } catch (error) {
          if (isRefusal(error, 'DECISION_CONFLICT')) {
            refetch();
            conflict.current(seq);
          }
          throw error;
        }
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
