import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, DatePicker, Empty, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { type Outputs, api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useMe } from '../accounts/use-me.ts';
import { CopyUpload, type CopyDraft } from './copy-upload.tsx';
import { useSendCopy } from './use-send-copy.ts';
import './dispatches.css';

interface Fields {
  fromId?: string;
  seriesId?: string;
  callId?: string;
  title?: string;
  body?: string;
  source?: string;
  approvedBy?: string;
  approvedOn?: Dayjs;
}

const required = (message: string) => [{ required: true, whitespace: true, message }];

/** Page on which copy is sent in (报送信息): filled from a Word file or typed, with who approved it. */
export function SendPage() {
  const targets = useQuery(api.dispatches.targets.queryOptions());
  if (targets.error)
    return (
      <div className="page">
        <FaultNotice error={targets.error} onRetry={() => void targets.refetch()} />
      </div>
    );
  if (!targets.data) return <PageSkeleton />;
  return (
    <div className="page">
      <PageTitle title="报送信息" note={<Link to="/dispatches?box=sent">返回来稿</Link>} />
      {targets.data.length === 0 ? (
        <Card>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description="上级单位还没有接收来稿的刊物。请与上级办公室联系，由其在刊物设置中开通来稿。"
          />
        </Card>
      ) : (
        <SendForm targets={targets.data} />
      )}
    </div>
  );
}

/** Offices that the person reports for today (可报送的单位), once each. */
function useOffices(): { id: string; name: string }[] {
  const today = dayjs().format('YYYY-MM-DD');
  const offices = new Map<string, { id: string; name: string }>();
  for (const { role, organisation, since, until } of useMe().person.posts)
    if ((role === 'reporter' || role === 'bulletinEditor') && since <= today && (until === null || until >= today))
      offices.set(organisation.id, organisation);
  return Array.from(offices.values());
}

function SendForm({ targets }: { targets: Outputs['dispatches']['targets'] }) {
  const [form] = Form.useForm<Fields>();
  const [parameters] = useSearchParams();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const offices = useOffices();
  const office = offices.at(0);
  const [fileName, setFileName] = useState<string | null>(null);
  const calls = useQuery(api.dispatches.listCalls.queryOptions({ input: { open: true, limit: 100 } }));
  const asked = calls.data?.items.find(({ id }) => id === parameters.get('call'));
  const seriesId = Form.useWatch('seriesId', form);
  const send = useSendCopy(({ id }) => void navigate(`/dispatches/${id}`));
  // A call names its series: the form begins with both as soon as they are known.
  if (calls.isPending) return <PageSkeleton />;

  const fill = ({ title, body, source }: CopyDraft, name: string) => {
    const before = form.getFieldsValue();
    form.setFieldsValue({ title, body, ...(source && { source }) });
    setFileName(name);
    void message.success({
      duration: 8,
      content: (
        <span>
          已填入，请核对后报送。
          <Button
            type="link"
            size="small"
            onClick={() => {
              form.setFieldsValue(before);
              setFileName(null);
              message.destroy();
            }}
          >
            撤销
          </Button>
        </span>
      ),
    });
  };
  const submit = ({ approvedOn, callId, ...fields }: Fields) =>
    send.mutate({
      ...(fields as Required<Omit<Fields, 'fromId' | 'callId' | 'approvedOn'>>),
      approvedOn: approvedOn!.format('YYYY-MM-DD'),
      ...(callId && { callId }),
      ...(fileName && { originalName: fileName.slice(-120) }),
    });
  return (
    <Card className="dispatch-form">
      <CopyUpload onRead={fill} />
      <Form<Fields>
        form={form}
        layout="vertical"
        scrollToFirstError
        initialValues={{
          seriesId: asked?.seriesId ?? targets[0]!.seriesId,
          callId: asked?.id,
          ...(offices.length > 1 && { fromId: office!.id }),
          source: office?.name,
          approvedOn: dayjs(),
        }}
        onFinish={submit}
        data-testid="send-form"
      >
        {offices.length > 1 && (
          <Form.Item name="fromId" label="报送单位" extra="您在几个单位任职，请选定以哪个单位的名义报送。">
            <Select
              data-testid="send-from"
              onChange={(from: string) => {
                const names = offices.map(({ name }) => name);
                // A signature that was typed stays as it was typed.
                if (names.includes(form.getFieldValue('source') as string))
                  form.setFieldValue('source', offices.find(({ id }) => id === from)!.name);
              }}
              options={offices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <div className="dispatch-pair">
          <Form.Item name="seriesId" label="报往" rules={required('请选择刊物')}>
            <Select
              data-testid="send-series"
              onChange={() => form.setFieldValue('callId', undefined)}
              options={targets.map((target) => ({
                value: target.seriesId,
                label: `${target.seriesName}（${target.office.name}）`,
              }))}
            />
          </Form.Item>
          <Form.Item name="callId" label="应约" extra="不是应约的，可不选。">
            <Select
              allowClear
              data-testid="send-call"
              placeholder="不选"
              notFoundContent="该刊物目前没有约稿"
              options={(calls.data?.items ?? [])
                .filter((call) => call.seriesId === seriesId)
                .map((call) => ({ value: call.id, label: `${call.topic}（${formatDay(call.dueOn)}前）` }))}
            />
          </Form.Item>
        </div>
        <Form.Item name="title" label="题目" rules={required('请填写题目')}>
          <Input maxLength={200} data-testid="send-title" />
        </Form.Item>
        <Form.Item name="body" label="正文" rules={required('请填写正文')}>
          <Input.TextArea
            autoSize={{ minRows: 8, maxRows: 24 }}
            maxLength={60_000}
            placeholder="一段一行"
            data-testid="send-body"
          />
        </Form.Item>
        <Form.Item name="source" label="署名" extra="采用后印在文末括号内。" rules={required('请填写署名单位')}>
          <Input maxLength={80} data-testid="send-source" />
        </Form.Item>
        <div className="dispatch-pair">
          <Form.Item name="approvedBy" label="审签人及职务" rules={required('请填写审签人及职务')}>
            <Input maxLength={60} placeholder="如：主任王某" data-testid="send-approved-by" />
          </Form.Item>
          <Form.Item name="approvedOn" label="审签日期" rules={[{ required: true, message: '请选择审签日期' }]}>
            <DatePicker
              allowClear={false}
              disabledDate={(day) => day.isAfter(dayjs(), 'day')}
              style={{ width: '100%' }}
              data-testid="send-approved-on"
            />
          </Form.Item>
        </div>
        {send.error && (
          <Alert
            type="error"
            showIcon
            title={describeFault(send.error)}
            className="spaced"
            data-testid="send-problem"
          />
        )}
        <Button type="primary" htmlType="submit" loading={send.isPending} data-testid="send-save">
          报送
        </Button>
      </Form>
    </Card>
  );
}
