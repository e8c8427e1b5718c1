import { Empty, Segmented } from 'antd';
import { useState } from 'react';

import { LiveCard } from '../reviews/live-card.tsx';
import type { Item } from './bulletin-words.ts';
import { isPointedOut, type PlacedFinding } from './place-findings.ts';

/** Cards shown at once; the rest appears as the first are mended. */
const MOST_SHOWN = 100;

/** The findings of an issue beside its text (疑点): item by item, with what can be taken over at once. */
export function FindingsSide({
  items,
  placed,
  isChecking,
  selected,
  onShow,
  onMend,
}: {
  items: readonly Item[];
  placed: readonly PlacedFinding[];
  isChecking: boolean;
  selected: string | null;
  onShow: (placed: PlacedFinding) => void;
  /** Absent where the text is only read. */
  onMend: ((placed: PlacedFinding) => void) | undefined;
}) {
  const [which, setWhich] = useState<'all' | 'pointed'>('all');
  const pointed = placed.filter(({ finding }) => isPointedOut(finding));
  const shown = which === 'pointed' ? pointed : placed;
  return (
    <aside className="bulletin-findings no-print" aria-label="疑点" data-testid="issue-findings">
      <div className="bulletin-findings-head">
        <b className="number" aria-live="polite" data-testid="issue-findings-count">
          疑点 {placed.length} 处{isChecking && '，复查中……'}
        </b>
        {pointed.length > 0 && (
          <Segmented
            size="small"
            value={which}
            onChange={setWhich}
            options={[
              { value: 'all', label: '全部' },
              { value: 'pointed', label: `政治表述、保密 ${pointed.length}` },
            ]}
          />
        )}
      </div>
      {placed.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={isChecking ? '正在审校……' : items.length === 0 ? '还没有文字' : '未发现疑点'}
        />
      )}
      {items.map((item, at) => {
        const own = shown.filter(({ itemId }) => itemId === item.id);
        return (
          own.length > 0 && (
            <section key={item.id} aria-label={`第 ${at + 1} 条的疑点`}>
              <h3>第 {at + 1} 条</h3>
              {own.slice(0, MOST_SHOWN).map((one) => (
                <LiveCard
                  key={one.finding.id}
                  finding={one.finding}
                  isSelected={one.finding.id === selected}
                  onShow={() => onShow(one)}
                  onMend={onMend && (() => onMend(one))}
                />
              ))}
            </section>
          )
        );
      })}
    </aside>
  );
}
