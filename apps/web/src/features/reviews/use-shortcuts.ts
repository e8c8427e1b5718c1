import { DECISIONS, type Decision } from '@xiuzhi/domain';
import { useEffect, useRef } from 'react';

/** What the keys of the reading page do (快捷键). */
export interface Shortcuts {
  step: (by: 1 | -1) => void;
  decide: (decision: Decision) => void;
  undo: () => void;
  search: () => void;
  help: () => void;
  leave: () => void;
}

const STEPS: Record<string, 1 | -1> = { j: 1, arrowdown: 1, k: -1, arrowup: -1 };

/** Listens for the keys anywhere on the page, but not while somebody types or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const actions = latest.current;
      const key = event.key.toLowerCase();
      const target = event.target as Element;
      const typing = target.matches(
        'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]',
      );
      const dialog = document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null;
      const control = event.ctrlKey || event.metaKey;
      if (event.isComposing || event.altKey) return;
      const act = (action: () => void) => {
        event.preventDefault();
        action();
      };
      if (dialog) {
        if (key === '?' || key === '？') act(actions.help);
        return;
      }
      // The browser's own search sees only the few pages that are drawn.
      if (control && key === 'f') return act(actions.search);
      if (typing) {
        // A filter that is left without a choice would keep the keys of the page to itself.
        if (key === 'escape' && target.closest('.finding-filters, .outline-pane')) (target as HTMLElement).blur();
        return;
      }
      if (control) {
        if (key === 'z' && !event.shiftKey) act(actions.undo);
        return;
      }
      // Within the outline the arrows move in the tree.
      const step = key.startsWith('arrow') && target.closest('.outline-tree') ? undefined : STEPS[key];
      const decision = DECISIONS[Number(key) - 1];
      if (step) act(() => actions.step(step));
      else if (decision) act(() => actions.decide(decision));
      else if (key === 'u') act(actions.undo);
      else if (key === '/' || key === '、') act(actions.search);
      else if (key === '?' || key === '？') act(actions.help);
      else if (key === 'escape') actions.leave();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
