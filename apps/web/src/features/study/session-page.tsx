import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Popconfirm } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ItemPreview } from './item-preview.tsx';
import { dropBlankRows, SessionFieldset, type SessionFields } from './session-fields.tsx';
import type { Session } from './session-words.ts';
import './study.css';

const BLANK: Session['record'] = {
  place: '',
  host: { name: '', post: '' },
  documents: [{ title: '', level: 'central' }],
  topic: '',
  speakers: [],
  readBefore: '',
  attendance: [{ rank: '', names: '' }],
  opinions: [{ text: '', points: [] }],
};

/** Page of a session (会议学习登记): the form beside the item that is drafted from it. */
export function SessionPage() {
  const id = useParams()['id']!;
  const isNew = id === 'new';
  const session = useQuery(api.study.get.queryOptions({ input: { id }, enabled: !isNew }));
  if (session.error && !session.data)
    return (
      <div className="page">
        <FaultNotice error={session.error} onRetry={() => void session.refetch()} />
      </div>
    );
  if (!isNew && !session.data) return <PageSkeleton />;
  return <SessionForm key={id} session={isNew ? null : session.data!} />;
}

function SessionForm({ session }: { session: Session | null }) {
  const [form] = Form.useForm<SessionFields>();
  const [isDirty, setIsDirty] = useState(false);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const settled = (saved: Session) => {
    queryClient.setQueryData(api.study.get.queryKey({ input: { id: saved.id } }), saved);
    void queryClient.invalidateQueries({ queryKey: api.study.key() });
    setIsDirty(false);
    void message.success('已保存。');
    if (!session) void navigate(`/study/${saved.id}`, { replace: true });
  };
  const record = useMutation(api.study.record.mutationOptions({ onSuccess: settled }));
  const update = useMutation(api.study.update.mutationOptions({ onSuccess: settled }));
  const remove = useMutation(
    api.study.remove.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.study.list.key() });
        void message.success('记录已删去。已编入简讯的不受影响。');
        void navigate('/study', { replace: true });
      },
      onError: (error) => void message.error(describeFault(error)),
    }),
  );
  useWarnBeforeLeaving(isDirty);
  const error = record.error ?? update.error;
  const mayEdit = session?.allowed.edit ?? true;
  const submit = (fields: SessionFields) => {
    const input = { ...fields, record: dropBlankRows(fields.record), heldOn: fields.heldOn.format('YYYY-MM-DD') };
    if (session) update.mutate({ id: session.id, version: session.version, ...input });
    else record.mutate(input);
  };
  return (
    <div className="page">
      <PageTitle
        title={session ? session.title : '登记会议学习'}
        note={<Link to="/study">返回会议学习</Link>}
        actions={
          session?.allowed.edit && (
            <Popconfirm
              title="删去这条记录？"
              description="已编入简讯的信息不受影响。"
              okText="删去"
              okButtonProps={{ danger: true, 'data-testid': 'session-remove-confirm' }}
              onConfirm={() => remove.mutate({ id: session.id, version: session.version })}
            >
              <Button data-testid="session-remove">删去</Button>
            </Popconfirm>
          )
        }
      />
      <div className="study-columns">
        <Form<SessionFields>
          form={form}
          layout="vertical"
          scrollToFirstError
          disabled={!mayEdit}
          initialValues={{
            kind: session?.kind ?? 'study',
            heldOn: session ? dayjs(session.heldOn) : dayjs(),
            title: session?.title,
            record: session?.record ?? BLANK,
          }}
          onValuesChange={() => setIsDirty(true)}
          onFinish={submit}
          data-testid="session-form"
        >
          <SessionFieldset />
          {error && (
            <Alert
              type="error"
              showIcon
              className="spaced"
              title={describeFault(error)}
              data-testid="session-problem"
            />
          )}
          {mayEdit && (
            <Button
              type="primary"
              htmlType="submit"
              loading={record.isPending || update.isPending}
              data-testid="session-save"
            >
              保存
            </Button>
          )}
        </Form>
        <ItemPreview session={session} isDirty={isDirty} />
      </div>
    </div>
  );
}

/** Asks before the page is closed with words that were not saved. */
function useWarnBeforeLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
