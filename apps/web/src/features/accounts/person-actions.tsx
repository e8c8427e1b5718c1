import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ROLE_NAMES } from '@xiuzhi/domain';
import { App, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';

import { type Outputs, api, describeFault } from '../../api.ts';
import { HandOverPost } from './hand-over-post.tsx';

/** Person as the list shows them (人员). */
export type Person = Outputs['accounts']['listPersons']['items'][number];

/** What each change of a person has in common: the list is read again, a refusal is said. */
function useSettled() {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return {
    onError: (error: unknown) => void message.error(describeFault(error)),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: api.accounts.listPersons.key() }),
  };
}

/** Buttons for one person: another post, a new one-time password, off or on duty. */
export function PersonActions({
  person,
  onAssign,
  onReset,
}: {
  person: Person;
  onAssign: () => void;
  onReset: (oneTimePassword: string) => void;
}) {
  const settled = useSettled();
  const reset = useMutation(
    api.accounts.resetPassword.mutationOptions({
      ...settled,
      onSuccess: ({ oneTimePassword }) => onReset(oneTimePassword),
    }),
  );
  const update = useMutation(api.accounts.updatePerson.mutationOptions(settled));
  const switchTo = (active: boolean) => update.mutate({ id: person.id, active });
  return (
    <span className="person-actions">
      <Button type="link" size="small" onClick={onAssign} data-testid="person-assign">
        任岗
      </Button>
      <Popconfirm
        title={`重置“${person.displayName}”的口令？`}
        description="现有登录随即失效，将给出一个一次性口令。"
        okText="重置"
        okButtonProps={{ 'data-testid': 'person-reset-confirm' }}
        onConfirm={() => reset.mutate({ id: person.id })}
      >
        <Button type="link" size="small" data-testid="person-reset">
          重置口令
        </Button>
      </Popconfirm>
      {person.active ? (
        <Popconfirm
          title={`停用“${person.displayName}”？`}
          description="停用后不能登录，其处理过的疑点不受影响，可随时恢复。"
          okText="停用"
          okButtonProps={{ danger: true, 'data-testid': 'person-disable-confirm' }}
          onConfirm={() => switchTo(false)}
        >
          <Button type="link" size="small" danger data-testid="person-disable">
            停用
          </Button>
        </Popconfirm>
      ) : (
        <Button type="link" size="small" onClick={() => switchTo(true)} data-testid="person-enable">
          恢复
        </Button>
      )}
    </span>
  );
}

/** Posts of a person with their dates (岗位); each can be handed over, or ended today. */
export function PersonPosts({ person }: { person: Person }) {
  const settled = useSettled();
  const end = useMutation(api.accounts.endPost.mutationOptions(settled));
  const [handing, setHanding] = useState<Person['posts'][number] | null>(null);
  if (person.posts.length === 0) return <span className="muted">未任岗</span>;
  return (
    <ul className="posts">
      {person.posts.map((post) => (
        <li key={post.id}>
          <Tag>{ROLE_NAMES[post.role]}</Tag>
          {post.organisation.name}
          {post.title && ` ${post.title}`}
          <span className="muted number">
            {' '}
            {post.since} 起{post.until && `，${post.until} 止`}
          </span>
          {!post.until && (
            <Button type="link" size="small" onClick={() => setHanding(post)} data-testid="post-hand-over">
              交接
            </Button>
          )}
          {!post.until && (
            <Popconfirm
              title={`“${person.displayName}”今日离岗？`}
              description={`${post.organisation.name}，${ROLE_NAMES[post.role]}`}
              okText="离岗"
              okButtonProps={{ 'data-testid': 'post-end-confirm' }}
              onConfirm={() => end.mutate({ postId: post.id })}
            >
              <Button type="link" size="small" data-testid="post-end">
                离岗
              </Button>
            </Popconfirm>
          )}
        </li>
      ))}
      {handing && <HandOverPost person={person} post={handing} onClose={() => setHanding(null)} />}
    </ul>
  );
}
