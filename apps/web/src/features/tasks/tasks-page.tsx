import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { TASK_KIND_NAMES, TASK_STATE_NAMES } from '@xiuzhi/domain';
import { Button, Card, Empty, Segmented, Table, type TableColumnsType, Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { describeDue } from './describe-due.ts';
import type { Task } from './task-title.ts';
import './tasks.css';

type Box = 'mine' | 'given';

const columnsOf = (box: Box): TableColumnsType<Task> => [
  {
    title: '事项',
    key: 'title',
    render: (_value, task) => (
      <div className="two-lines">
        <Link to={`/tasks/${task.id}`} data-testid="task-link">
          {task.title}
        </Link>
        <span className="muted">
          {TASK_KIND_NAMES[task.kind]} · {task.workTitle}
        </span>
      </div>
    ),
  },
  {
    title: '期限',
    key: 'due',
    width: 160,
    render: (_value, task) => (
      <div className="two-lines">
        <span className="number">{formatDay(task.dueOn)}</span>
        <span className={box === 'mine' && (task.workingDaysLeft ?? 0) < 0 ? 'task-late' : 'muted'}>
          {describeDue(task)}
        </span>
      </div>
    ),
  },
  { title: '状态', dataIndex: 'state', width: 90, render: (state: Task['state']) => TASK_STATE_NAMES[state] },
  box === 'mine'
    ? {
        title: '承办人',
        key: 'owner',
        width: 120,
        render: (_value, { owner }) => owner?.displayName ?? <span className="muted">未指定</span>,
      }
    : {
        title: '承办单位',
        key: 'organisation',
        width: 200,
        render: (_value, { addressee, organisation }) => addressee ?? organisation.name,
      },
  box === 'mine'
    ? { title: '交办单位', key: 'from', width: 200, responsive: ['lg'], render: (_value, task) => fromOf(task) }
    : {
        title: '提醒',
        key: 'reminded',
        width: 100,
        responsive: ['lg'],
        render: (_value, task) => (task.reminded ? '已提醒' : ''),
      },
];

/** One below the other, for a telephone. */
const NARROW: TableColumnsType<Task> = [
  {
    title: '事项',
    key: 'title',
    render: (_value, task) => (
      <div className="two-lines">
        <Link to={`/tasks/${task.id}`}>{task.title}</Link>
        <span className="muted">{task.addressee ?? task.organisation.name}</span>
        <span className="muted">{[`期限${formatDay(task.dueOn)}`, describeDue(task)].filter(Boolean).join('，')}</span>
      </div>
    ),
  },
  { title: '状态', dataIndex: 'state', width: 84, render: (state: Task['state']) => TASK_STATE_NAMES[state] },
];

/** Tasks (待办): what the office has to deal with, and what it asked others to; what is due first stands first. */
export function TasksPage() {
  const [parameters, setParameters] = useSearchParams();
  const narrow = useNarrow();
  const box: Box = parameters.get('box') === 'given' ? 'given' : 'mine';
  const open = parameters.get('show') !== 'all';
  const workId = parameters.get('work');
  const mayCalendar = useAllowed('tasks.calendar');
  const tasks = useInfiniteQuery(
    api.tasks.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        box,
        open,
        ...(workId && { workId }),
        ...(cursor && { cursor }),
        limit: 50,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const change = (next: { box?: Box; open?: boolean }) =>
    setParameters(
      {
        ...((next.box ?? box) === 'given' && { box: 'given' }),
        ...(!(next.open ?? open) && { show: 'all' }),
        ...(workId && { work: workId }),
      },
      { replace: true },
    );
  return (
    <div className="page">
      <PageTitle
        title="待办"
        actions={
          <>
            <Segmented
              value={open ? 'open' : 'all'}
              onChange={(value) => change({ open: value === 'open' })}
              data-testid="tasks-open"
              options={[
                { value: 'open', label: '未办结' },
                { value: 'all', label: '全部' },
              ]}
            />
            {mayCalendar && (
              <Link to="/calendar">
                <Button data-testid="tasks-calendar">放假调休</Button>
              </Link>
            )}
          </>
        }
      />
      <Tabs
        activeKey={box}
        onChange={(key) => change({ box: key as Box })}
        items={[
          { key: 'mine', label: <span data-testid="tasks-mine">本单位</span> },
          { key: 'given', label: <span data-testid="tasks-given">交办的</span> },
        ]}
      />
      {tasks.error ? (
        <FaultNotice error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Task>
            rowKey="id"
            columns={narrow ? NARROW : columnsOf(box)}
            dataSource={tasks.data?.pages.flatMap((page) => page.items) ?? []}
            loading={tasks.isPending || tasks.isPlaceholderData}
            pagination={false}
            {...(!narrow && { scroll: { x: 720 } })}
            data-testid="tasks-table"
            locale={{
              emptyText: tasks.isPending ? <div style={{ height: 160 }} /> : <Nothing box={box} open={open} />,
            }}
          />
        </Card>
      )}
      <MoreButton list={tasks} />
    </div>
  );
}

function fromOf({ assigner, organisation, addressee }: Task): string {
  // Its own slip: the office itself keeps an eye on what the unit answers.
  return assigner.id === organisation.id && addressee ? `待${addressee}核实` : assigner.name;
}

function Nothing({ box, open }: { box: Box; open: boolean }) {
  const words =
    box === 'mine'
      ? '签发的核实单、收到的审查意见会在这里各列一项。'
      : '签发审查意见以后，请对方办理的事项会列在这里。';
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={`${open ? '没有未办结的事项。' : '还没有事项。'}${words}`}
    />
  );
}
