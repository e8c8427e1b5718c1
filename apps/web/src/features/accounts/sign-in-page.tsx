import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { useDocumentTitle } from '../../ui/page-title.tsx';
import { SecrecyNotice } from '../../ui/secrecy-notice.tsx';

/** Sign-in (登录). Afterwards the person is back where they were sent away from. */
export function SignInPage() {
  useDocumentTitle('登录');
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const queryClient = useQueryClient();
  const signIn = useMutation(
    api.accounts.signIn.mutationOptions({
      onSuccess: (me) => {
        queryClient.clear();
        queryClient.setQueryData(api.accounts.me.queryKey(), me);
        const to = parameters.get('to');
        // Only places of this app: `//elsewhere` would lead out.
        const target = to && /^\/(?![/\\])/.test(to) ? to : '/';
        void navigate(me.mustChangePassword ? '/password' : target, { replace: true });
      },
    }),
  );
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>
          <img src="/mark.svg" alt="" width={36} height={36} /> 修志
        </h1>
        <p>志书、年鉴编纂与审校</p>
        {signIn.error && (
          <Alert type="error" showIcon data-testid="sign-in-problem" title={describeFault(signIn.error)} />
        )}
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(values: { name: string; password: string }) => signIn.mutate(values)}
        >
          <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
            <Input autoFocus autoComplete="username" data-testid="sign-in-name" />
          </Form.Item>
          <Form.Item name="password" label="口令" rules={[{ required: true, message: '请填写口令' }]}>
            <Input.Password autoComplete="current-password" data-testid="sign-in-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending} data-testid="sign-in-submit">
            登录
          </Button>
        </Form>
        <SecrecyNotice />
        <Link to="/reply" data-testid="sign-in-reply">
          回传核实单或审查意见（不需要登录）
        </Link>
        <Link to="/live" data-testid="sign-in-live">
          随写随审：粘贴文字即看疑点（不需要登录）
        </Link>
      </div>
    </main>
  );
}
