import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Select, Switch } from 'antd';
import { type RefObject, useState } from 'react';
import { Link } from 'react-router';

import { formatInstant } from '../../ui/format-instant.ts';
import { LiveArea } from '../reviews/live-area.tsx';
import type { Item, ItemFields } from './bulletin-words.ts';
import { ItemChanges } from './item-changes.tsx';
import type { PlacedFinding, ReviewedField } from './place-findings.ts';
import type { ItemDraft } from './use-item-drafts.ts';

/** An item of an issue on the desk (编辑一条信息): its words with their findings marked, its column, source and place. */
export function ItemEditor({
  item,
  at,
  count,
  fields,
  draft,
  columns,
  sourceLine,
  may,
  findings,
  selected,
  areaOf,
  onWrite,
  onLeave,
  onResolve,
  onMove,
  onRemove,
  onDrag,
}: {
  item: Item;
  /** Its place from 0, and how many there are. */
  at: number;
  count: number;
  fields: ItemFields;
  draft: ItemDraft | undefined;
  columns: readonly string[];
  sourceLine: boolean;
  may: boolean;
  findings: readonly PlacedFinding[];
  selected: string | null;
  areaOf: (itemId: string, field: ReviewedField) => RefObject<HTMLTextAreaElement | null>;
  onWrite: (fields: Partial<ItemFields>) => void;
  /** The focus has gone elsewhere. */
  onLeave: () => void;
  onResolve: (whose: 'mine' | 'theirs') => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onDrag: (phase: 'start' | 'over' | 'drop' | 'end', at: number) => void;
}) {
  const [isCompared, setIsCompared] = useState(false);
  const isChanged = fields.title !== item.firstTitle || fields.body !== item.firstBody;
  const area = (field: ReviewedField, label: string, maxLength: number, placeholder: string) => (
    <LiveArea
      grows
      rows={1}
      text={fields[field] ?? ''}
      findings={findings.filter((one) => one.field === field).map(({ finding }) => finding)}
      selected={selected}
      area={areaOf(item.id, field)}
      readOnly={!may}
      maxLength={maxLength}
      placeholder={may ? placeholder : ''}
      aria-label={`第 ${at + 1} 条${label}`}
      data-testid={`item-${field}`}
      // A title is one line of the paper, however long.
      onWrite={(text) => onWrite({ [field]: field === 'body' ? text : text.replaceAll('\n', '') || emptyOf(field) })}
    />
  );
  return (
    <article
      className="bulletin-item"
      data-testid="bulletin-item"
      aria-label={`第 ${at + 1} 条：${fields.title}`}
      onBlur={(event) => {
        if (may && !event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
      onKeyDown={(event) => {
        if (!may || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(at + (event.key === 'ArrowUp' ? -1 : 1));
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onDrag('over', at);
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrag('drop', at);
      }}
    >
      <header className="bulletin-item-bar no-print">
        {may && (
          <span
            className="bulletin-grip"
            draggable
            title="拖动调整顺序，也可按 Alt 和上、下方向键"
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('application/x-bulletin-item', item.id);
              onDrag('start', at);
            }}
            onDragEnd={() => onDrag('end', at)}
          >
            <HolderOutlined />
          </span>
        )}
        <b className="number">{at + 1}</b>
        {!may && fields.column && <span>【{fields.column}】</span>}
        {may && columns.length > 0 && (
          <Select
            size="small"
            className="bulletin-column"
            aria-label={`第 ${at + 1} 条栏目`}
            placeholder="选栏目"
            value={fields.column}
            options={columns.map((column) => ({ value: column, label: `【${column}】` }))}
            onChange={(column: string) => onWrite({ column })}
            data-testid="item-column"
          />
        )}
        {item.dispatchId && (
          <Link to={`/dispatches/${item.dispatchId}`} className="muted" data-testid="item-dispatch">
            来稿
          </Link>
        )}
        {item.sessionId && (
          <Link to={`/study/${item.sessionId}`} className="muted" data-testid="item-session">
            会议学习记录
          </Link>
        )}
        <span className="bulletin-item-end">
          {isChanged && (
            <label className="bulletin-compare">
              <Switch size="small" checked={isCompared} onChange={setIsCompared} data-testid="item-compare" /> 修改痕迹
            </label>
          )}
          {may && (
            <>
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label={`第 ${at + 1} 条上移`}
                disabled={at === 0}
                onClick={() => onMove(at - 1)}
                data-testid="item-up"
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined />}
                aria-label={`第 ${at + 1} 条下移`}
                disabled={at === count - 1}
                onClick={() => onMove(at + 1)}
                data-testid="item-down"
              />
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`移出第 ${at + 1} 条`}
                onClick={onRemove}
                data-testid="item-remove"
              />
            </>
          )}
        </span>
      </header>
      {draft?.refusal && <DraftNotice item={item} draft={draft} onResolve={onResolve} />}
      {isCompared && isChanged ? (
        <div className="bulletin-compared">
          <p className="muted">
            与编入时的原稿对照：删去的加删除线，增加的加下划线。
            {item.editedBy && item.editedAt && `最近由${item.editedBy}于 ${formatInstant(item.editedAt)} 修改。`}
          </p>
          <h3>
            <ItemChanges before={item.firstTitle} after={fields.title} />
          </h3>
          <ItemChanges before={item.firstBody} after={fields.body} />
        </div>
      ) : (
        <>
          <div className="bulletin-title">{area('title', '题名', 200, '题名')}</div>
          {(may || fields.subtitle) && (
            <div className="bulletin-subtitle">{area('subtitle', '副题', 200, '副题（没有可不填）')}</div>
          )}
          <div className="bulletin-body">{area('body', '正文', 60_000, '正文，一段一行')}</div>
        </>
      )}
      {sourceLine && (
        <div className="bulletin-source">
          {may ? (
            <>
              （
              <Input
                size="small"
                variant="underlined"
                value={fields.source ?? ''}
                maxLength={80}
                placeholder="来源单位"
                aria-label={`第 ${at + 1} 条来源`}
                onChange={(event) => onWrite({ source: event.target.value || null })}
                data-testid="item-source"
              />
              ）
            </>
          ) : (
            fields.source && `（${fields.source}）`
          )}
        </div>
      )}
    </article>
  );
}

const emptyOf = (field: ReviewedField) => (field === 'subtitle' ? null : '');

/** Why the words of an item are not kept, and what can be done. */
function DraftNotice({
  item,
  draft,
  onResolve,
}: {
  item: Item;
  draft: ItemDraft;
  onResolve: (whose: 'mine' | 'theirs') => void;
}) {
  if (draft.refusal === 'failed')
    return <Alert type="error" showIcon className="spaced" title={draft.problem} data-testid="item-unsaved" />;
  return (
    <Alert
      type="warning"
      showIcon
      className="spaced"
      data-testid="item-stale"
      title={`这一条刚由${item.editedBy ?? '他人'}改过，您输入的文字还在，但没有保存。`}
      description={
        <>
          <p>他人的文字与您的文字对照（下划线的是您的）：</p>
          <ItemChanges before={`${item.title}\n${item.body}`} after={`${draft.fields.title}\n${draft.fields.body}`} />
          <div className="bulletin-buttons">
            <Button size="small" onClick={() => onResolve('mine')} data-testid="item-keep-mine">
              用我的文字
            </Button>
            <Button size="small" onClick={() => onResolve('theirs')} data-testid="item-keep-theirs">
              用他人的文字
            </Button>
          </div>
        </>
      }
    />
  );
}
