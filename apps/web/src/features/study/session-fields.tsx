import { ISSUING_LEVELS, ISSUING_LEVEL_NAMES, SESSION_KINDS, SESSION_KIND_NAMES } from '@xiuzhi/domain';
import { Card, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

import { RowList } from './row-list.tsx';
import type { Session } from './session-words.ts';

/** What the form holds: the record with its day as the picker has it. */
export type SessionFields = Pick<Session, 'kind' | 'title' | 'record'> & { heldOn: Dayjs };

const R = 'record';
const required = (message: string) => [{ required: true, whitespace: true, message }];

/** The record without the rows that were left blank (去掉空行); whoever is entered without a rank attended. */
export function dropBlankRows(record: Session['record']): Session['record'] {
  const { documents, opinions, speakers, attendance } = record;
  const isFilled = (text: string | undefined) => (text ?? '').trim() !== '';
  return {
    ...record,
    documents: documents.filter(({ title }) => isFilled(title)),
    opinions: opinions
      .map(({ text, points }) => ({ text, points: (points ?? []).filter(isFilled) }))
      // Points without the opinion above them: the first of them is the opinion.
      .map(({ text, points }) =>
        isFilled(text) ? { text, points } : { text: points[0] ?? '', points: points.slice(1) },
      )
      .filter(({ text }) => text !== ''),
    speakers: speakers.filter(({ name, post, gist }) => [name, post, gist].some(isFilled)),
    attendance: attendance
      .filter(({ rank, names }) => isFilled(rank) || isFilled(names))
      .map(({ rank, names }) => ({ rank: isFilled(rank) ? rank : '参加', names })),
  };
}

/** Fields of a session (会议学习登记表): who, what was relayed, who spoke, who attended, what was asked. */
export function SessionFieldset() {
  return (
    <>
      <Card size="small" title="会议" className="spaced">
        <div className="study-pair">
          <Form.Item name="kind" label="类别">
            <Select
              options={SESSION_KINDS.map((kind) => ({ value: kind, label: SESSION_KIND_NAMES[kind] }))}
              data-testid="session-kind"
            />
          </Form.Item>
          <Form.Item name="heldOn" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
            <DatePicker
              allowClear={false}
              disabledDate={(day) => day.isAfter(dayjs(), 'day')}
              style={{ width: '100%' }}
              data-testid="session-day"
            />
          </Form.Item>
        </div>
        <Form.Item name="title" label="会议名称" rules={required('请填写会议名称')}>
          <Input maxLength={120} placeholder="如：2026年第三次中心组学习" data-testid="session-title" />
        </Form.Item>
        <div className="study-pair">
          <Form.Item name={[R, 'host', 'name']} label="主持人">
            <Input maxLength={40} placeholder="如：王某" data-testid="session-host" />
          </Form.Item>
          <Form.Item name={[R, 'host', 'post']} label="主持人职务" extra="按会议当日的职务填写。">
            <Input maxLength={60} placeholder="如：党组书记、主任" data-testid="session-host-post" />
          </Form.Item>
        </div>
        <div className="study-pair">
          <Form.Item name={[R, 'place']} label="地点">
            <Input maxLength={60} placeholder="可不填" />
          </Form.Item>
          <Form.Item name={[R, 'topic']} label="专题">
            <Input maxLength={300} placeholder="可不填" data-testid="session-topic" />
          </Form.Item>
        </div>
      </Card>
      <Card size="small" title="传达学习" className="spaced">
        <RowList
          name={[R, 'documents']}
          add="加一份文件或会议"
          blank={{ title: '', level: 'central' }}
          testId="session-documents"
        >
          {(row) => (
            <div className="study-document">
              <Form.Item name={[row, 'level']} noStyle>
                <Select
                  aria-label="制发层级"
                  options={ISSUING_LEVELS.map((level) => ({ value: level, label: ISSUING_LEVEL_NAMES[level] }))}
                />
              </Form.Item>
              <Form.Item name={[row, 'title']}>
                <Input maxLength={200} placeholder="文件或会议名称，文件请加书名号" />
              </Form.Item>
            </div>
          )}
        </RowList>
        <Form.Item name={[R, 'readBefore']} label="会前自学" className="below">
          <Input.TextArea autoSize={{ minRows: 1 }} maxLength={1000} placeholder="可不填" />
        </Form.Item>
      </Card>
      <Card size="small" title="意见要求" className="spaced">
        <RowList name={[R, 'opinions']} add="加一条意见" blank={{ text: '', points: [] }} testId="session-opinions">
          {(row) => (
            <>
              <Form.Item name={[row, 'text']}>
                <Input.TextArea
                  autoSize={{ minRows: 2 }}
                  maxLength={3000}
                  placeholder="不必写“一是”“二是”，拟稿时自动加上"
                />
              </Form.Item>
              <RowList name={[row, 'points']} add="加一点" blank="" testId={`session-points-${row}`}>
                {(point) => (
                  <Form.Item name={[point]}>
                    <Input.TextArea autoSize={{ minRows: 1 }} maxLength={2000} />
                  </Form.Item>
                )}
              </RowList>
            </>
          )}
        </RowList>
      </Card>
      <Card size="small" title="交流发言" className="spaced">
        <RowList
          name={[R, 'speakers']}
          add="加一位发言人"
          blank={{ name: '', post: '', gist: '' }}
          testId="session-speakers"
        >
          {(row) => (
            <>
              <Pair
                row={row}
                fields={[
                  { name: 'post', label: '职务', maxLength: 60 },
                  { name: 'name', label: '姓名', maxLength: 40 },
                ]}
              />
              <Form.Item name={[row, 'gist']}>
                <Input.TextArea autoSize={{ minRows: 1 }} maxLength={2000} placeholder="发言要点，可不填" />
              </Form.Item>
            </>
          )}
        </RowList>
      </Card>
      <Card size="small" title="参加人员" className="spaced">
        <RowList name={[R, 'attendance']} add="加一行" blank={{ rank: '', names: '' }} testId="session-attendance">
          {(row) => (
            <Pair
              row={row}
              fields={[
                { name: 'rank', label: '职务或类别', hint: '，如：党组成员、副主任；列席', maxLength: 60 },
                { name: 'names', label: '姓名或范围', hint: '，按应有的顺序', maxLength: 600 },
              ]}
            />
          )}
        </RowList>
      </Card>
    </>
  );
}

/** Two short fields of a row side by side. */
function Pair({
  row,
  fields,
}: {
  row: number;
  fields: readonly { name: string; label: string; hint?: string; maxLength: number }[];
}) {
  return (
    <div className="study-pair">
      {fields.map(({ name, label, hint = '', maxLength }) => (
        <Form.Item key={name} name={[row, name]}>
          <Input maxLength={maxLength} placeholder={label + hint} aria-label={label} />
        </Form.Item>
      ))}
    </div>
  );
}
