import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ROLE_NAMES } from '@xiuzhi/domain';
import { Alert, DatePicker, Form, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';

import { type Outputs, api, describeFault } from '../../api.ts';

type Person = Outputs['accounts']['listPersons']['items'][number];

/** Dialog that hands a post over to somebody else (交接岗位). */
export function HandOverPost({
  person,
  post,
  onClose,
}: {
  person: Person;
  post: Person['posts'][number];
  onClose: () => void;
}) {
  const [form] = Form.useForm<{ toPersonId: string; on?: Dayjs | null }>();
  const [search, setSearch] = useState('');
  const queryClient = useQueryClient();
  const found = useQuery(
    api.accounts.listPersons.queryOptions({
      input: { limit: 50, ...(search && { search }) },
      placeholderData: (before) => before,
    }),
  );
  const handOver = useMutation(
    api.accounts.handOverPost.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.accounts.listPersons.key() });
        onClose();
      },
    }),
  );
  const options = (found.data?.items ?? [])
    .filter(({ id, active }) => active && id !== person.id)
    .map(({ id, displayName, name }) => ({ value: id, label: `${displayName}（${name}）` }));
  return (
    <Modal
      open
      title={`交接岗位：${person.displayName}`}
      okText="交接"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={handOver.isPending}
      okButtonProps={{ 'data-testid': 'hand-over-save' }}
    >
      {handOver.error && <Alert type="error" showIcon title={describeFault(handOver.error)} className="spaced" />}
      <p>
        “{person.displayName}”的{post.organisation.name}
        {ROLE_NAMES[post.role]}岗位将在交接日期的前一天结束，由接任人从交接日期起担任，名下的待办一并转交。
      </p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ toPersonId, on }) =>
          handOver.mutate({ postId: post.id, toPersonId, ...(on && { on: on.format('YYYY-MM-DD') }) })
        }
      >
        <Form.Item name="toPersonId" label="接任人" rules={[{ required: true, message: '请选择接任人' }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: (words) => setSearch(words.trim().slice(0, 40)) }}
            placeholder="按姓名或用户名查找"
            options={options}
            loading={found.isFetching}
            notFoundContent={found.isPending ? '正在查找……' : '没有找到这位人员'}
            data-testid="hand-over-person"
          />
        </Form.Item>
        <Form.Item name="on" label="交接日期" extra="不填即今天。">
          <DatePicker style={{ width: 180 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
