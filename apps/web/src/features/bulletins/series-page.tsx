import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Checkbox, Form, Input, InputNumber } from 'antd';
import { Link, useParams } from 'react-router';

import { api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import './bulletins.css';
import { nameKind, type Series } from './bulletin-words.ts';
import { EndSeries } from './end-series.tsx';
import { RecipientsByDay } from './recipients-by-day.tsx';
import { SignOffPeople } from './sign-off-people.tsx';

interface Draft {
  name: string;
  issuer: string;
  columns: string;
  sourceLine: boolean;
  intake: boolean;
  circulated: boolean;
  running: boolean;
  baseYear: number | null;
  baseNumber: number | null;
  baseTotal: number | null;
  printedBy: string;
  copies: number;
}

/** A field of a number that is counted. */
const WHOLE = { min: 0, precision: 0, controls: false } as const;

/** Settings of a series (刊物设置): head, columns, numbers, tail, and the lists by the day from which they hold. */
export function SeriesPage() {
  const id = useParams()['id']!;
  const list = useQuery(api.bulletins.listSeries.queryOptions());
  const series = list.data?.find((one) => one.id === id);
  if (!list.data) {
    return list.error ? (
      <div className="page">
        <FaultNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    ) : (
      <PageSkeleton />
    );
  }
  if (!series) {
    return (
      <div className="page">
        <Alert
          type="warning"
          showIcon
          title="没有这种刊物，或不在您的查阅范围内。"
          action={<Link to="/bulletins">返回简报</Link>}
        />
      </div>
    );
  }
  return (
    <div className="page">
      <PageTitle
        title={series.name}
        note={
          <>
            <Link to={`/bulletins?series=${id}`} data-testid="series-back">
              简报
            </Link>
            {' · 刊物设置 · '}
            {nameKind(series.kind)}
            {series.endedOn && ` · ${formatDay(series.endedOn)}停办`}
          </>
        }
        actions={series.allowed.configure && !series.endedOn && <EndSeries series={series} />}
      />
      {!series.allowed.configure && (
        <Alert
          type="info"
          showIcon
          className="spaced"
          title="您可以查看这里的设置；需要修改时，请与简报编辑或管理员联系。"
        />
      )}
      <SeriesForm key={series.version} series={series} />
      <SignOffPeople series={series} />
      <RecipientsByDay series={series} />
    </div>
  );
}

function SeriesForm({ series }: { series: Series }) {
  const { id, version, allowed } = series;
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Draft>();
  const running = Form.useWatch('running', form) ?? series.running;
  const update = useMutation(
    api.bulletins.updateSeries.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.bulletins.key() });
        void message.success('已保存。此前签发的各期不受影响。');
      },
    }),
  );
  const save = (draft: Draft) => {
    const { baseYear, baseNumber, baseTotal } = draft;
    update.mutate({
      id,
      version,
      name: draft.name.trim(),
      issuer: draft.issuer.trim(),
      columns: linesOf(draft.columns),
      sourceLine: draft.sourceLine,
      intake: draft.intake,
      circulated: draft.circulated,
      running: draft.running,
      base:
        baseYear === null || baseNumber === null
          ? null
          : { year: baseYear, number: baseNumber, total: draft.running ? baseTotal : null },
      printedBy: draft.printedBy.trim(),
      copies: draft.copies,
    });
  };
  const named = (message: string) => [{ required: true, whitespace: true, min: 2, message }];
  return (
    <Card title="报头、栏目与编号" className="spaced">
      {update.error && (
        <Alert
          type="error"
          showIcon
          className="spaced"
          title={describeFault(update.error)}
          data-testid="series-problem"
        />
      )}
      <Form
        form={form}
        layout="vertical"
        className="series-form"
        disabled={!allowed.configure}
        initialValues={{
          ...series,
          columns: series.columns.join('\n'),
          baseYear: series.base?.year ?? null,
          baseNumber: series.base?.number ?? null,
          baseTotal: series.base?.total ?? null,
        }}
        onFinish={save}
      >
        <Form.Item name="name" label="刊名" rules={named('请填写刊名')}>
          <Input maxLength={60} data-testid="series-name" />
        </Form.Item>
        <Form.Item name="issuer" label="编发单位" extra="报头上印的名称。" rules={named('请填写编发单位')}>
          <Input maxLength={60} data-testid="series-issuer" />
        </Form.Item>
        <Form.Item
          name="columns"
          label="栏目"
          extra="一行一个，按排印的次序；不分栏目的刊物留空。"
          rules={[
            {
              validator: async (_rule, value: string) => {
                const columns = linesOf(value);
                if (columns.length > 20) throw new Error('栏目最多 20 个');
                if (columns.some((column) => column.length > 20)) throw new Error('栏目名称最长 20 字');
                if (new Set(columns).size < columns.length) throw new Error('有重复的栏目，请核对');
              },
            },
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} data-testid="series-columns" />
        </Form.Item>
        <Form.Item name="sourceLine" valuePropName="checked" className="series-check">
          <Checkbox data-testid="series-source-line">每条末尾用括号注明来源单位</Checkbox>
        </Form.Item>
        <Form.Item name="intake" valuePropName="checked" className="series-check">
          <Checkbox data-testid="series-intake">接收下级单位报送的信息</Checkbox>
        </Form.Item>
        <Form.Item name="circulated" valuePropName="checked" className="series-check">
          <Checkbox data-testid="series-circulated">签发以后，下级单位可以查阅</Checkbox>
        </Form.Item>
        <Form.Item name="running" valuePropName="checked">
          <Checkbox data-testid="series-running">除每年的期号外，另编总期号</Checkbox>
        </Form.Item>
        <Form.Item
          label="上一期（启用本系统以前的最后一期）"
          extra="期号由此接续；已把往期导入本系统的，以导入的为准，可不填。"
        >
          <div className="bulletin-buttons">
            <Form.Item
              name="baseYear"
              noStyle
              dependencies={['baseNumber']}
              rules={[
                ({ getFieldValue }) => ({
                  validator: async (_rule, value: number | null) => {
                    if ((value === null) !== ((getFieldValue('baseNumber') ?? null) === null))
                      throw new Error('年份和期号须一并填写');
                  },
                }),
              ]}
            >
              <InputNumber
                {...WHOLE}
                min={1950}
                max={2200}
                suffix="年"
                aria-label="上一期的年份"
                data-testid="series-base-year"
              />
            </Form.Item>
            <Form.Item name="baseNumber" noStyle>
              <InputNumber
                {...WHOLE}
                max={99_999}
                prefix="第"
                suffix="期"
                aria-label="上一期的期号"
                data-testid="series-base-number"
              />
            </Form.Item>
            {running && (
              <Form.Item name="baseTotal" noStyle>
                <InputNumber
                  {...WHOLE}
                  max={999_999}
                  prefix="总第"
                  suffix="期"
                  aria-label="上一期的总期号"
                  data-testid="series-base-total"
                />
              </Form.Item>
            )}
          </div>
        </Form.Item>
        <Form.Item name="printedBy" label="印发单位" rules={named('请填写印发单位')}>
          <Input maxLength={60} data-testid="series-printed-by" />
        </Form.Item>
        <Form.Item
          name="copies"
          label="共印份数"
          extra="印数由各期自定，这里是新一期的起始数；不按报送范围推算。"
          rules={[{ required: true, message: '请填写份数' }]}
        >
          <InputNumber {...WHOLE} max={100_000} suffix="份" data-testid="series-copies" />
        </Form.Item>
        {allowed.configure && (
          <Button type="primary" htmlType="submit" loading={update.isPending} data-testid="series-save">
            保存
          </Button>
        )}
      </Form>
    </Card>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replaceAll(/[【】]/gu, ''))
    .filter((line) => line !== '');
}
