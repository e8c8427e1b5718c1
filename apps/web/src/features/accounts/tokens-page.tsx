import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Alert,
  App,
  Button,
  Card,
  Empty,
  Form,
  Input,
  Popconfirm,
  Select,
  Table,
  type TableColumnsType,
  Typography,
} from 'antd';

import { type Outputs, api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatInstant } from '../../ui/format-instant.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import './accounts.css';

type Token = Outputs['accounts']['listTokens'][number];

/** Tokens for the command line (命令行令牌): made for a purpose, for some days, seen once. */
export function TokensPage() {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ label: string; days: number }>();
  const queryClient = useQueryClient();
  const tokens = useQuery(api.accounts.listTokens.queryOptions());
  const again = () => void queryClient.invalidateQueries({ queryKey: api.accounts.listTokens.key() });
  const create = useMutation(
    api.accounts.createToken.mutationOptions({ onSuccess: () => form.resetFields(), onSettled: again }),
  );
  const revoke = useMutation(
    api.accounts.revokeToken.mutationOptions({
      onSuccess: () => message.success('令牌已停用。'),
      onError: (error) => message.error(describeFault(error)),
      onSettled: again,
    }),
  );
  const columns: TableColumnsType<Token> = [
    { title: '用途', dataIndex: 'label' },
    { title: '建立', dataIndex: 'createdAt', width: 150, render: formatInstant },
    { title: '到期', dataIndex: 'expiresAt', width: 150, render: formatInstant },
    {
      title: '最近使用',
      dataIndex: 'lastUsedAt',
      width: 150,
      render: (at: string | null) => (at ? formatInstant(at) : '尚未使用'),
    },
    {
      title: '',
      key: 'actions',
      width: 80,
      align: 'right',
      render: (_value, token) => (
        <Popconfirm
          title={`停用“${token.label}”？`}
          description="正在使用它的命令行将不能再连接。"
          okText="停用"
          okButtonProps={{ danger: true, 'data-testid': 'token-revoke-confirm' }}
          onConfirm={() => revoke.mutate({ id: token.id })}
        >
          <Button type="link" size="small" danger data-testid="token-revoke">
            停用
          </Button>
        </Popconfirm>
      ),
    },
  ];
  return (
    <div className="page">
      <PageTitle title="命令行令牌" note="供 xiuzhi 命令行以您的身份连接本系统，权限与您相同。" />
      <Card size="small" className="spaced">
        <Form form={form} layout="inline" initialValues={{ days: 90 }} onFinish={(values) => create.mutate(values)}>
          <Form.Item name="label" label="用途" rules={[{ required: true, whitespace: true, message: '请写明用途' }]}>
            <Input maxLength={40} placeholder="如：办公室电脑" data-testid="token-label" />
          </Form.Item>
          <Form.Item name="days" label="有效期">
            <Select
              style={{ width: 100 }}
              options={[30, 90, 180, 366].map((days) => ({ value: days, label: days === 366 ? '1 年' : `${days} 天` }))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={create.isPending} data-testid="token-create">
            新建令牌
          </Button>
        </Form>
        {create.error && <Alert type="error" showIcon title={describeFault(create.error)} className="below" />}
        {create.data && (
          <Alert
            type="success"
            className="below"
            title={`“${create.data.token.label}”的令牌，只显示这一次，请立即复制保存：`}
            description={
              <Typography.Text
                code
                copyable={{ text: create.data.secret, tooltips: ['复制', '已复制'] }}
                data-testid="token-secret"
              >
                {create.data.secret}
              </Typography.Text>
            }
          />
        )}
      </Card>
      {tokens.error ? (
        <FaultNotice error={tokens.error} onRetry={() => void tokens.refetch()} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Token>
            rowKey="id"
            columns={columns}
            dataSource={tokens.data ?? []}
            loading={tokens.isPending}
            pagination={false}
            scroll={{ x: 680 }}
            data-testid="tokens-table"
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有令牌。" /> }}
          />
        </Card>
      )}
    </div>
  );
}
