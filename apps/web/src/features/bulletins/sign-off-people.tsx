import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Select, Skeleton } from 'antd';

import { api, describeFault, type Outputs } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import type { Series } from './bulletin-words.ts';

type SignOff = Outputs['bulletins']['getSignOff'];

interface Draft {
  checkers: string[];
  signers: string[];
}

/** Who checks and who signs a series (签发流程): anybody with the post, or those who are named. */
export function SignOffPeople({ series }: { series: Series }) {
  const { id } = series;
  const signOff = useQuery(api.bulletins.getSignOff.queryOptions({ input: { id } }));
  return (
    <Card title="核稿与签发" className="spaced">
      {signOff.error && !signOff.data ? (
        <FaultNotice error={signOff.error} onRetry={() => void signOff.refetch()} />
      ) : !signOff.data ? (
        <Skeleton active />
      ) : (
        <SignOffForm key={signOff.data.version} series={series} signOff={signOff.data} />
      )}
    </Card>
  );
}

function SignOffForm({ series, signOff }: { series: Series; signOff: SignOff }) {
  const { id, allowed } = series;
  const { checkers, signers, version } = signOff;
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const save = useMutation(
    api.bulletins.setSignOff.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(api.bulletins.getSignOff.queryKey({ input: { id } }), next);
        void queryClient.invalidateQueries({ queryKey: api.bulletins.key() });
        void message.success('已保存，尚未签发的各期随之办理。');
      },
    }),
  );
  const gone = [...checkers.people, ...signers.people].filter(({ holdsPost }) => !holdsPost);
  return (
    <Form
      layout="vertical"
      className="series-form"
      disabled={!allowed.configure}
      initialValues={{ checkers: checkers.named, signers: signers.named }}
      onFinish={(draft: Draft) => save.mutate({ id, version, ...draft })}
    >
      <p>各期依次拟稿、核稿、签发，付印前经保密审查；拟稿人不能办理后面几步。</p>
      {save.error && <Alert type="error" showIcon className="spaced" title={describeFault(save.error)} />}
      {gone.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="spaced"
          title={`${gone.map(({ name }) => name).join('、')}已不在原岗位，请另行指定，或留空由在岗人员办理。`}
          data-testid="sign-off-gone"
        />
      )}
      <Form.Item name="checkers" label="核稿人" extra="留空时，本单位的核稿人都可以核稿。">
        <PeopleSelect hands={checkers} none="还没有人担任核稿人，请管理员在“人员”中设岗。" testId="sign-off-checkers" />
      </Form.Item>
      <Form.Item name="signers" label="签发人" extra="留空时，本单位的签发人都可以签发。">
        <PeopleSelect hands={signers} none="还没有人担任签发人，请管理员在“人员”中设岗。" testId="sign-off-signers" />
      </Form.Item>
      {allowed.configure && (
        <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="sign-off-save">
          保存
        </Button>
      )}
    </Form>
  );
}

/** Several of the people of a step; `value` and `onChange` come from the form. */
function PeopleSelect({
  hands,
  none,
  testId,
  ...field
}: {
  hands: SignOff['signers'];
  none: string;
  testId: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}) {
  const options = hands.people.map(({ id, name, holdsPost }) => ({
    value: id,
    label: holdsPost ? name : `${name}（已不在岗）`,
  }));
  return (
    <Select
      {...field}
      mode="multiple"
      options={options}
      optionFilterProp="label"
      placeholder="不指定"
      notFoundContent={none}
      data-testid={testId}
    />
  );
}
