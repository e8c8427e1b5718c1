import { useMutation } from '@tanstack/react-query';
import { WORD_KIND_NAMES } from '@xiuzhi/contract';
import { WORD_KINDS, type WordKind } from '@xiuzhi/review';
import { App, Button, Form, Input, InputNumber, Select } from 'antd';

import { api, describeFault } from '../../api.ts';

interface Draft {
  word: string;
  kind: WordKind;
  wrong?: string;
  from?: number | null;
  to?: number | null;
}

const YEAR = { min: 1, max: 2999, precision: 0, controls: false } as const;

/** Form that adds a word to the dictionary of a work (词库增词). */
export function AddWord({ workId, onAdded }: { workId: string; onAdded: () => void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  const add = useMutation(
    api.works.addWord.mutationOptions({
      onSuccess: () => {
        form.resetFields(['word', 'wrong', 'from', 'to']);
        onAdded();
      },
      onError: (error) => message.error(describeFault(error)),
    }),
  );
  const submit = ({ word, kind, wrong = '', from, to }: Draft) =>
    add.mutate({
      id: workId,
      word: word.trim(),
      kind,
      wrong: wrong.split(/[、，,；;\s]+/).filter(Boolean),
      from: from ?? null,
      to: to ?? null,
    });
  return (
    <Form<Draft> form={form} layout="inline" className="word-add" initialValues={{ kind: 'person' }} onFinish={submit}>
      <Form.Item name="word" rules={[{ required: true, whitespace: true, message: '请填写词语' }]}>
        <Input maxLength={60} placeholder="词语" data-testid="word-text" />
      </Form.Item>
      <Form.Item name="kind">
        <Select<WordKind>
          aria-label="类别"
          style={{ width: 84 }}
          options={WORD_KINDS.map((value) => ({ value, label: WORD_KIND_NAMES[value] }))}
          data-testid="word-kind"
        />
      </Form.Item>
      <Form.Item name="wrong">
        <Input maxLength={400} placeholder="误写（选填，用顿号隔开）" data-testid="word-wrong" />
      </Form.Item>
      <Form.Item name="from">
        <InputNumber {...YEAR} placeholder="起始年" aria-label="起始年" style={{ width: 84 }} />
      </Form.Item>
      <Form.Item name="to">
        <InputNumber {...YEAR} placeholder="终止年" aria-label="终止年" style={{ width: 84 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={add.isPending} data-testid="word-add">
        新增
      </Button>
    </Form>
  );
}
