import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, DatePicker, Empty, Form, Input, Popconfirm, Segmented, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';

import { type Outputs, api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useAllowed, useMe } from '../accounts/use-me.ts';
import './tasks.css';

type Day = Outputs['tasks']['calendar']['days'][number];

/** Holidays and days worked for them (放假调休) of a year: what working days are counted by. */
export function CalendarPage() {
  const [year, setYear] = useState(() => dayjs().year());
  const mayChange = useMayChange();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<{ day: Dayjs; off: boolean; title: string }>();
  const calendar = useQuery(api.tasks.calendar.queryOptions({ input: { year } }));
  const set = useMutation(
    api.tasks.setCalendarDay.mutationOptions({
      onSuccess: () => {
        form.resetFields();
        void message.success('已保存。');
      },
      onError: (error) => void message.error(describeFault(error)),
      onSettled: () => void queryClient.invalidateQueries({ queryKey: api.tasks.key() }),
    }),
  );
  const columns: TableColumnsType<Day> = [
    {
      title: '日期',
      dataIndex: 'day',
      className: 'number calendar-date',
      render: (day: string) => dayjs(day).format('M月D日（ddd）'),
    },
    { title: '安排', dataIndex: 'off', width: 64, render: (off: boolean) => (off ? '放假' : '上班') },
    { title: '名目', dataIndex: 'title' },
    {
      title: '',
      key: 'actions',
      width: 72,
      align: 'right',
      render: (_value, { day, own }) =>
        own &&
        mayChange && (
          <Popconfirm
            title="删去这一天的录入？"
            okText="删去"
            okButtonProps={{ 'data-testid': 'calendar-remove-confirm' }}
            onConfirm={() => set.mutate({ day, off: null })}
          >
            <Button type="link" size="small" data-testid="calendar-remove">
              删去
            </Button>
          </Popconfirm>
        ),
    },
  ];
  return (
    <div className="page" style={{ maxWidth: 760 }}>
      <PageTitle
        title={`${year}年放假调休`}
        note={<Link to="/tasks">待办</Link>}
        actions={
          <>
            <Button
              icon={<LeftOutlined />}
              aria-label="上一年"
              onClick={() => setYear(year - 1)}
              data-testid="calendar-before"
            />
            <Button
              icon={<RightOutlined />}
              aria-label="下一年"
              onClick={() => setYear(year + 1)}
              data-testid="calendar-after"
            />
          </>
        }
      />
      {calendar.data && !calendar.data.known && (
        <Alert
          type="info"
          showIcon
          className="spaced"
          data-testid="calendar-unknown"
          title="这一年的放假安排还没有录入，目前只按周六、周日推算工作日。通知公布后请在这里录入。"
        />
      )}
      {mayChange && (
        <Card size="small" className="spaced">
          <Form
            form={form}
            layout="inline"
            className="calendar-add"
            initialValues={{ off: true, title: '' }}
            onFinish={({ day, off, title }) => set.mutate({ day: day.format('YYYY-MM-DD'), off, title: title.trim() })}
          >
            <Form.Item name="day" rules={[{ required: true, message: '请选择日期' }]}>
              <DatePicker placeholder="日期" data-testid="calendar-day" />
            </Form.Item>
            <Form.Item name="off">
              <Segmented
                options={[
                  { value: true, label: '放假' },
                  { value: false, label: '上班' },
                ]}
                data-testid="calendar-off"
              />
            </Form.Item>
            <Form.Item name="title">
              <Input
                maxLength={40}
                placeholder="名目，如：春节调休"
                onPressEnter={form.submit}
                data-testid="calendar-title"
              />
            </Form.Item>
            {/* No submit button: Enter in the date only chooses the day. */}
            <Button type="primary" onClick={form.submit} loading={set.isPending} data-testid="calendar-add">
              录入
            </Button>
          </Form>
        </Card>
      )}
      {calendar.error ? (
        <FaultNotice error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Day>
            size="small"
            rowKey="day"
            columns={columns}
            dataSource={calendar.data?.days ?? []}
            loading={calendar.isPending}
            pagination={false}
            data-testid="calendar-table"
            locale={{
              emptyText: calendar.isPending ? (
                <div style={{ height: 160 }} />
              ) : (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这一年还没有录入。" />
              ),
            }}
          />
        </Card>
      )}
    </div>
  );
}

/** The calendar is one for all, and kept by the administrators of the office at the root (全省一份). */
function useMayChange(): boolean {
  const { person } = useMe();
  const may = useAllowed('tasks.calendar');
  const roots = useQuery(
    api.accounts.listOrganisations.queryOptions({ input: {}, enabled: may, staleTime: Number.POSITIVE_INFINITY }),
  );
  const ids = new Set((roots.data ?? []).map(({ id }) => id));
  return may && person.posts.some(({ role, organisation }) => role === 'administrator' && ids.has(organisation.id));
}
