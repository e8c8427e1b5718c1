import { useQuery } from '@tanstack/react-query';
import { TASK_KIND_NAMES, TASK_STATE_NAMES } from '@xiuzhi/domain';
import { Button, Card, Descriptions, Empty } from 'antd';
import { Link, useParams } from 'react-router';

import { api } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { describeDue } from './describe-due.ts';
import { TaskActions } from './task-actions.tsx';
import { type TaskInFull, historyWords } from './task-title.ts';
import './tasks.css';

/** Task page (待办详情): what is to be done by when and by whom, what was done, and what proves it. */
export function TaskPage() {
  const id = useParams()['id']!;
  const task = useQuery(api.tasks.get.queryOptions({ input: { id } }));
  if (task.error && !task.data) {
    return (
      <div className="page">
        <FaultNotice error={task.error} onRetry={() => void task.refetch()} />
      </div>
    );
  }
  if (!task.data) return <PageSkeleton />;
  return <TaskOpen task={task.data} />;
}

function TaskOpen({ task }: { task: TaskInFull }) {
  const { title, kind, state, dueOn, owner, deputies, organisation, assigner, addressee } = task;
  const left = describeDue(task);
  const open = state === 'open' && task.allowed.manage;
  return (
    <div className="page task">
      <PageTitle
        title={title}
        note={
          <Link to="/tasks" data-testid="task-back">
            待办
          </Link>
        }
        actions={
          task.letterId && (
            <Link to={`/letters/${task.letterId}`}>
              <Button data-testid="task-letter">{open ? '去逐条答复' : '查看文书'}</Button>
            </Link>
          )
        }
      />
      <Card size="small" className="spaced">
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 1, md: 2 }}
          items={[
            { key: 'kind', label: '类型', children: TASK_KIND_NAMES[kind] },
            {
              key: 'state',
              label: '状态',
              children: <span data-testid="task-state">{TASK_STATE_NAMES[state]}</span>,
            },
            {
              key: 'due',
              label: '期限',
              children: (
                <span data-testid="task-due">
                  {formatDay(dueOn)}
                  {left && `（${left}）`}
                </span>
              ),
            },
            {
              key: 'work',
              label: '项目',
              children: <Link to={`/works/${task.workId}`}>{task.workTitle}</Link>,
            },
            {
              key: 'organisation',
              label: addressee ? '核实单位' : '承办单位',
              children: addressee ?? organisation.name,
            },
            { key: 'assigner', label: '交办单位', children: assigner.name },
            {
              key: 'owner',
              label: '承办人',
              children: (
                <span data-testid="task-owner">{owner?.displayName ?? (task.allowed.manage ? '未指定' : '—')}</span>
              ),
            },
            {
              key: 'deputies',
              label: '协办人',
              children: deputies.length > 0 ? deputies.map(({ displayName }) => displayName).join('、') : '—',
            },
          ]}
        />
        <TaskActions task={task} />
        {task.reminded && state === 'open' && (
          <p className="muted below task-reminded" data-testid="task-reminded">
            {task.allowed.postpone ? '已提醒，请电话联系。' : '交办单位已提醒，请留意期限；有困难请电话说明。'}
          </p>
        )}
      </Card>
      <div className="task-columns">
        <Card size="small" title="办理依据">
          {task.evidence.length === 0 ? (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="还没有补充依据。收到的回函会自动列入；其他情况可写一句说明。"
            />
          ) : (
            <ol className="task-list" data-testid="task-evidence">
              {task.evidence.map(({ id, subject, note, addedBy, addedAt }) => (
                <li key={id}>
                  <Evidence subject={subject} note={note} letterId={task.letterId} />
                  <div className="muted number">
                    {formatInstant(addedAt)}
                    {addedBy && ` · ${addedBy}`}
                  </div>
                </li>
              ))}
            </ol>
          )}
        </Card>
        <Card size="small" title="办理记录">
          <ol className="task-list" data-testid="task-history">
            {task.history.map(({ at, by, action, note }, index) => (
              <li key={index}>
                {historyWords(action)}
                {note && `：${note}`}
                <div className="muted number">
                  {formatInstant(at)}
                  {by && ` · ${by}`}
                </div>
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </div>
  );
}

function Evidence({ subject, note, letterId }: { subject: string | null; note: string; letterId: string | null }) {
  const [kind, id] = subject?.split(':') ?? [];
  if (kind === 'revision' && id) return <Link to={`/revisions/${id}`}>{note || '新稿'}</Link>;
  if (kind === 'reply' && letterId) return <Link to={`/letters/${letterId}`}>{note || '收到回函'}</Link>;
  return <>{note}</>;
}
