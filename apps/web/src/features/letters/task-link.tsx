import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { api } from '../../api.ts';
import { useAllowed } from '../accounts/use-me.ts';
import { type Letter, sideOf } from './letter-words.ts';

/** Leads to the task that a signed letter made (待办), where the reader's office has or gave it. */
export function TaskLink({ letter }: { letter: Letter }) {
  const enabled = useAllowed('tasks.read');
  const tasks = useQuery(
    api.tasks.list.queryOptions({
      input: { box: sideOf(letter) === 'issued' ? 'given' : 'mine', workId: letter.workId, open: false, limit: 200 },
      enabled,
    }),
  );
  const task = tasks.data?.items.find(({ letterId }) => letterId === letter.id);
  return (
    task && (
      <Link to={`/tasks/${task.id}`} data-testid="letter-task">
        查看待办
      </Link>
    )
  );
}
