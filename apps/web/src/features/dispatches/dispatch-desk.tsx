import { useState } from 'react';

import { DeclineDialog } from './decline-dialog.tsx';
import { DispatchDetail } from './dispatch-detail.tsx';
import type { Dispatch } from './dispatch-words.ts';
import { TakeDialog } from './take-dialog.tsx';
import { useDispatchKeys } from './use-dispatch-keys.ts';
import { useDispatchSteps } from './use-dispatch-steps.tsx';

/** One piece of copy on the desk (来稿处理) with its dialogs and keys; `onStep` walks to the next or the one before. */
export function DispatchDesk({ dispatch, onStep }: { dispatch: Dispatch; onStep?: (by: 1 | -1) => void }) {
  const [dialog, setDialog] = useState<'take' | 'decline' | null>(null);
  const steps = useDispatchSteps();
  const { id, version, state, allowed, issueNumber } = dispatch;
  const isOpen = allowed.decide && state === 'sent';
  const mayPutBack = allowed.decide && (state === 'declined' || (state === 'taken' && !issueNumber));
  useDispatchKeys(dialog !== null, {
    ...(onStep && { j: () => onStep(1), k: () => onStep(-1) }),
    ...(isOpen && { 1: () => setDialog('take'), 2: () => setDialog('decline') }),
    ...(mayPutBack && { u: () => steps.putBack.mutate({ id, version }) }),
  });
  const close = () => setDialog(null);
  return (
    <>
      <DispatchDetail
        dispatch={dispatch}
        steps={steps}
        onTake={() => setDialog('take')}
        onDecline={() => setDialog('decline')}
      />
      {dialog === 'take' && <TakeDialog dispatch={dispatch} take={steps.take} onClose={close} />}
      {dialog === 'decline' && <DeclineDialog dispatch={dispatch} decline={steps.decline} onClose={close} />}
    </>
  );
}
