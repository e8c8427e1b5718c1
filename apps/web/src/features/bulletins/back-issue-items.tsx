import { AutoComplete, Button, Card, Input } from 'antd';

import type { ReadIssue } from './archive-words.ts';
import type { Series } from './bulletin-words.ts';

type Item = ReadIssue['items'][number];

const EMPTY: Item = { column: null, title: '', subtitle: null, body: '', source: null };

/** Items of a back issue as they were read (条目): each is put right where a title or a break was taken wrongly. */
export function BackIssueItems({
  read,
  series,
  onChange,
}: {
  read: ReadIssue;
  series: Series;
  onChange: (items: Item[]) => void;
}) {
  const { items } = read;
  const set = (at: number, change: Partial<Item>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...change } : item)));
  const insert = (at: number) => onChange([...items.slice(0, at), { ...EMPTY }, ...items.slice(at)]);
  const join = (at: number) => {
    const [one, next] = [items[at]!, items[at + 1]!];
    const body = [one.body, next.title, next.body].filter((words) => words !== '').join('\n');
    onChange([...items.slice(0, at), { ...one, body, source: next.source ?? one.source }, ...items.slice(at + 2)]);
  };
  const columns = series.columns.map((value) => ({ value }));
  return (
    <>
      {items.map((item, at) => (
        <Card
          key={at}
          size="small"
          title={`第${at + 1}条`}
          data-testid="read-item"
          extra={
            <span className="row-actions">
              {at + 1 < items.length && (
                <Button type="link" size="small" onClick={() => join(at)}>
                  与下一条合并
                </Button>
              )}
              <Button type="link" size="small" onClick={() => insert(at + 1)}>
                在后面加一条
              </Button>
              <Button type="link" size="small" onClick={() => onChange(items.filter((_one, index) => index !== at))}>
                删去
              </Button>
            </span>
          }
        >
          <div className="archive-fields">
            <label className="archive-field archive-wide">
              <span className={item.title === '' ? 'archive-missing' : 'muted'}>标题</span>
              <Input.TextArea
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={200}
                value={item.title}
                onChange={(event) => set(at, { title: event.target.value.replaceAll('\n', '') })}
                data-testid="read-title"
              />
            </label>
            <label className="archive-field archive-wide">
              <span className="muted">副标题</span>
              <Input
                maxLength={200}
                value={item.subtitle ?? ''}
                onChange={(event) => set(at, { subtitle: event.target.value || null })}
              />
            </label>
            <label className="archive-field">
              <span className="muted">栏目</span>
              <AutoComplete
                value={item.column ?? ''}
                options={columns}
                onChange={(value: string) => set(at, { column: value.slice(0, 20) || null })}
              />
            </label>
            <label className="archive-field">
              <span className="muted">供稿单位</span>
              <Input
                maxLength={80}
                value={item.source ?? ''}
                onChange={(event) => set(at, { source: event.target.value || null })}
              />
            </label>
            <label className="archive-field archive-wide">
              <span className={item.body === '' ? 'archive-missing' : 'muted'}>正文，一段一行</span>
              <Input.TextArea
                autoSize={{ minRows: 3, maxRows: 14 }}
                maxLength={60_000}
                value={item.body}
                onChange={(event) => set(at, { body: event.target.value })}
              />
            </label>
          </div>
        </Card>
      ))}
      {items.length === 0 && <Button onClick={() => insert(0)}>加一条</Button>}
    </>
  );
}
