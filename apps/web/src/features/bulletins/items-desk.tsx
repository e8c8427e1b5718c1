import { App, Button, Empty } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';

import { type IssueInFull, type Item, NEW_TITLE } from './bulletin-words.ts';
import { ItemEditor } from './item-editor.tsx';
import type { PlacedFinding, ReviewedField } from './place-findings.ts';
import { TakeDispatches } from './take-dispatches.tsx';
import type { IssueEdits } from './use-issue-edits.ts';
import type { ItemDrafts } from './use-item-drafts.ts';

/** How long a removed item can be had back, milliseconds. */
const REGRET = 8000;

/** The items of an issue on the desk (选编): in order, moved, taken in and taken out. */
export function ItemsDesk({
  issue,
  intake,
  edits,
  drafts,
  placed,
  selected,
  areaOf,
  onLeave,
}: {
  issue: IssueInFull;
  /** Whether offices below send copy in. */
  intake: boolean;
  edits: IssueEdits;
  drafts: ItemDrafts;
  placed: readonly PlacedFinding[];
  selected: string | null;
  areaOf: (itemId: string, field: ReviewedField) => RefObject<HTMLTextAreaElement | null>;
  /** Called with what sends the removals that can still be undone. */
  onLeave: (settle: () => Promise<void>) => void;
}) {
  const { message } = App.useApp();
  const may = issue.allowed.edit;
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [taking, setTaking] = useState(false);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const dragged = useRef<number | null>(null);
  const items = issue.bulletinItems;

  const bringBack = (id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setRemoved((before) => new Set([...before].filter((one) => one !== id)));
  };
  const removeNow = async (id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    await edits.removeItem(id);
    setRemoved((before) => new Set([...before].filter((one) => one !== id)));
  };
  const remove = async (item: Item) => {
    setRemoved((before) => new Set(before).add(item.id));
    timers.current.set(
      item.id,
      setTimeout(() => void removeNow(item.id), REGRET),
    );
  };
  const settle = useRef(async () => undefined as void);
  settle.current = async () => {
    for (const id of Array.from(timers.current.keys())) await removeNow(id);
  };
  useEffect(() => {
    onLeave(() => settle.current());
    return () => void settle.current();
  }, [onLeave]);

  const move = async (item: Item, to: number) => {
    if (to < 0 || to >= items.length) return;
    if (drafts.fieldsOf(items[to]!).column !== drafts.fieldsOf(item).column) {
      void message.info('各栏目按刊物设置的次序排列；要移到别的栏目，请改选栏目。');
      return;
    }
    const ids = items.map(({ id }) => id).filter((id) => id !== item.id);
    ids.splice(to, 0, item.id);
    const focused = document.activeElement;
    await edits.order(ids);
    // Chromium takes the focus away from what it moves.
    if (focused instanceof HTMLElement) requestAnimationFrame(() => focused.focus());
  };
  const drag = (phase: 'start' | 'over' | 'drop' | 'end', at: number) => {
    if (phase === 'start') dragged.current = at;
    if (phase === 'drop' && dragged.current !== null) {
      const item = items[dragged.current];
      if (item && dragged.current !== at) void move(item, at);
    }
    if (phase === 'end' || phase === 'drop') dragged.current = null;
  };
  const add = async () => {
    const last = items.at(-1);
    const sent = await edits.addItem({
      column: last?.column ?? issue.columns[0] ?? null,
      title: NEW_TITLE,
      subtitle: null,
      body: '',
      source: null,
    });
    if (!('issue' in sent)) return;
    const added = sent.issue.bulletinItems.at(-1);
    requestAnimationFrame(() => {
      const area = added && areaOf(added.id, 'title').current;
      area?.focus();
      area?.select();
    });
  };

  return (
    <section aria-label="各条信息">
      {items.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={may ? '还没有信息。可从来稿中选用，也可直接撰写。' : '还没有信息。'}
        />
      )}
      {items.map((item, at) =>
        removed.has(item.id) ? (
          <div key={item.id} className="bulletin-removed no-print" role="status" data-testid="item-removed">
            已移出“{drafts.fieldsOf(item).title}”{item.dispatchId && '，来稿改回待处理'}。
            <button
              type="button"
              className="bulletin-link"
              onClick={() => bringBack(item.id)}
              data-testid="item-bring-back"
            >
              撤销
            </button>
          </div>
        ) : (
          <ItemEditor
            key={item.id}
            item={item}
            at={at}
            count={items.length}
            fields={drafts.fieldsOf(item)}
            draft={drafts.drafts.get(item.id)}
            columns={issue.columns}
            sourceLine={issue.sourceLine}
            may={may}
            findings={placed.filter(({ itemId }) => itemId === item.id)}
            selected={selected}
            areaOf={areaOf}
            onWrite={(fields) => drafts.write(item, fields)}
            onLeave={() => drafts.leave(item.id)}
            onResolve={(whose) => drafts.resolve(item, whose)}
            onMove={(to) => void move(item, to)}
            onRemove={() => void remove(item)}
            onDrag={drag}
          />
        ),
      )}
      {may && (
        <div className="bulletin-buttons no-print">
          {intake && (
            <Button onClick={() => setTaking(true)} data-testid="take-open">
              从来稿中选用
            </Button>
          )}
          <Button onClick={() => void add()} data-testid="item-add">
            撰写一条
          </Button>
          {items.length > 1 && <span className="muted">按 Alt 和上、下方向键也可调整顺序</span>}
        </div>
      )}
      {taking && <TakeDispatches issue={issue} onClose={() => setTaking(false)} />}
    </section>
  );
}
