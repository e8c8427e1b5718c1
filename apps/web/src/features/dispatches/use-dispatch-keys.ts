import { useEffect, useRef } from 'react';

/** Keys of the pool of copy (快捷键): J and K walk it, 1 takes, 2 declines, U puts back; none while somebody types. */
export function useDispatchKeys(isBusy: boolean, keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef<(event: KeyboardEvent) => void>(() => {});
  latest.current = (event) => {
    const isTyping =
      event.target instanceof HTMLElement && event.target.closest('input:not([type=radio]), textarea, form');
    if (isBusy || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  useEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
