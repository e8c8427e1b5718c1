import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input } from 'antd';
import { useNavigate } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useMe } from './use-me.ts';

/** Change of password (修改口令); at the first sign-in nothing else is open. */
export function PasswordPage() {
  const { mustChangePassword, person } = useMe();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const change = useMutation(
    api.accounts.changePassword.mutationOptions({
      onSuccess: (me) => {
        queryClient.setQueryData(api.accounts.me.queryKey(), me);
        void message.success('口令已修改。');
        void navigate('/', { replace: true });
      },
    }),
  );
  return (
    <div className="page page-narrow">
      <PageTitle title="修改口令" />
      <Card>
        {mustChangePassword && (
          <Alert
            type="info"
            showIcon
            data-testid="password-first"
            title="您用的是一次性口令，请先修改，改好后即可开始工作。"
            className="spaced"
          />
        )}
        {change.error && (
          <Alert
            type="error"
            showIcon
            data-testid="password-problem"
            title={describeFault(change.error)}
            className="spaced"
          />
        )}
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ current, next }: { current: string; next: string }) => change.mutate({ current, next })}
        >
          <Form.Item name="current" label="原口令" rules={[{ required: true, message: '请填写原口令' }]}>
            <Input.Password autoFocus autoComplete="current-password" data-testid="password-current" />
          </Form.Item>
          <Form.Item
            name="next"
            label="新口令"
            extra="至少 10 个字符，不能含有用户名，也不能与原口令相同。"
            rules={[
              { required: true, message: '请填写新口令' },
              { min: 10, message: '新口令至少 10 个字符' },
              {
                validator: (_rule, value?: string) =>
                  value?.toLowerCase().includes(person.name.toLowerCase())
                    ? Promise.reject(new Error('新口令不能含有用户名'))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input.Password autoComplete="new-password" data-testid="password-next" />
          </Form.Item>
          <Form.Item
            name="again"
            label="再输一遍新口令"
            dependencies={['next']}
            rules={[
              { required: true, message: '请再输一遍新口令' },
              ({ getFieldValue }) => ({
                validator: (_rule, value: string) =>
                  !value || value === getFieldValue('next')
                    ? Promise.resolve()
                    : Promise.reject(new Error('两次输入的新口令不一致')),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" data-testid="password-again" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={change.isPending} data-testid="password-submit">
            保存新口令
          </Button>
        </Form>
      </Card>
    </div>
  );
}
