import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox, DatePicker, Form, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';

import { api, describeFault } from '../../api.ts';
import type { Series } from './bulletin-words.ts';

/** Dialog for a new issue (新建一期): its day, and whether it is a supplement. */
export function NewIssue({ series, onClose }: { series: Series; onClose: () => void }) {
  const [form] = Form.useForm<{ issuedOn: Dayjs | null; supplement: boolean }>();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const create = useMutation(
    api.bulletins.create.mutationOptions({
      onSuccess: (issue) => {
        queryClient.setQueryData(api.bulletins.get.queryKey({ input: { id: issue.id } }), issue);
        void queryClient.invalidateQueries({ queryKey: api.bulletins.list.key() });
        void navigate(`/bulletins/${issue.id}`);
      },
    }),
  );
  return (
    <Modal
      open
      title={`新建一期：${series.name}`}
      okText="新建"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={create.isPending}
      okButtonProps={{ 'data-testid': 'issue-create' }}
    >
      {create.error && <Alert type="error" showIcon className="spaced" title={describeFault(create.error)} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ issuedOn: dayjs(), supplement: false }}
        onFinish={({ issuedOn, supplement }) =>
          create.mutate({ seriesId: series.id, issuedOn: issuedOn?.format('YYYY-MM-DD') ?? null, supplement })
        }
      >
        <Form.Item name="issuedOn" label="印发日期" extra="可先不填，送核稿前填好即可。期号在签发时编定。">
          <DatePicker format="YYYY年M月D日" style={{ width: '100%' }} data-testid="issue-create-day" />
        </Form.Item>
        <Form.Item name="supplement" valuePropName="checked">
          <Checkbox>增刊（单独编号，不计入总期号）</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
