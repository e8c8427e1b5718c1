import { useMutation, useQueryClient } from '@tanstack/react-query';
import { VERDICTS, type Verdict } from '@xiuzhi/domain';
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { type Outputs, api, describeFault } from '../../api.ts';

type CheckLine = Outputs['checks']['lines'][number];

/** Keys of the check (快捷键): J and K walk its lines, 1 to 5 overrule the current one, U takes that back. Its number. */
export function useCheckKeys(check: Outputs['checks']['get'], lines: readonly CheckLine[]): number | null {
  const [current, setCurrent] = useState<number | null>(null);
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const overrule = useMutation(
    api.checks.overrule.mutationOptions({
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.checks.key() }),
    }),
  );
  const latest = useRef<(event: KeyboardEvent) => void>(() => {});
  latest.current = (event) => {
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input:not([type=radio]), textarea, form');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const at = lines.findIndex(({ number }) => number === current);
    const step = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }[key];
    if (step) {
      const next = lines[at < 0 ? 0 : Math.min(Math.max(at + step, 0), lines.length - 1)];
      if (!next) return;
      event.preventDefault();
      setCurrent(next.number);
      document.querySelector(`[data-number="${next.number}"]`)?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const line = lines[at];
    const verdict: Verdict | null | undefined = key === 'u' ? null : VERDICTS[Number(key) - 1];
    if (!line || !check.allowed.overrule || verdict === undefined || overrule.isPending) return;
    event.preventDefault();
    const { number, version } = line;
    overrule.mutate({ id: check.revisionId, number, version, verdict, note: verdict ? line.note : '' });
  };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return current;
}
