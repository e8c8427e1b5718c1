import { useMutation } from '@tanstack/react-query';
import { SECRECY_OUTCOME_NAMES, SECRECY_OUTCOMES, type SecrecyOutcome } from '@xiuzhi/domain';
import { Alert, Form, Input, Modal, Radio } from 'antd';

import { api, describeFault } from '../../api.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import type { IssueInFull } from './bulletin-words.ts';
import type { PlacedFinding } from './place-findings.ts';
import { useStep } from './use-step.ts';

/** Dialog of the pre-release secrecy review (保密审查): what the program points out, and what the person decides. */
export function SecrecyDialog({
  issue,
  pointed,
  isChecking,
  onShow,
  onClose,
}: {
  issue: IssueInFull;
  pointed: readonly PlacedFinding[];
  isChecking: boolean;
  onShow: (placed: PlacedFinding) => void;
  onClose: () => void;
}) {
  const [form] = Form.useForm<{ outcome: SecrecyOutcome; note: string }>();
  const outcome = Form.useWatch('outcome', form);
  const { id, version, secrecyReviews } = issue;
  const review = useMutation(
    api.bulletins.reviewSecrecy.mutationOptions(useStep(id, () => '保密审查结论已记录。', onClose)),
  );
  const order = new Map(issue.bulletinItems.map((item, at) => [item.id, at + 1]));
  return (
    <Modal
      open
      title="保密审查"
      okText="记录结论"
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={review.isPending}
      okButtonProps={{ 'data-testid': 'secrecy-save' }}
    >
      <div data-testid="secrecy-dialog">
        {review.error && <Alert type="error" showIcon className="spaced" title={describeFault(review.error)} />}
        <p>请通读全文后作出结论。结论只对现在的文字有效，此后如有改动，须再次审查。</p>
        <p className="muted">
          {isChecking
            ? '正在查找涉及政治表述、保密的文字……'
            : pointed.length === 0
              ? '程序未提示涉及政治表述、保密的文字；这不能代替人工审查。'
              : '以下文字由程序提示，请逐处核对依据；程序不提供改法，也不能代替人工审查。'}
        </p>
        <ul className="bulletin-pointed" data-testid="secrecy-pointed">
          {pointed.map((one) => (
            <li key={one.finding.id}>
              第 {order.get(one.itemId)} 条
              <button type="button" className="bulletin-link" onClick={() => onShow(one)}>
                “{one.finding.quote}”
              </button>
              {one.finding.message}
            </li>
          ))}
        </ul>
        <Form
          form={form}
          layout="vertical"
          initialValues={{ note: '' }}
          onFinish={({ outcome: chosen, note }) => review.mutate({ id, version, outcome: chosen, note: note.trim() })}
        >
          <Form.Item name="outcome" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
            <Radio.Group
              data-testid="secrecy-outcome"
              options={SECRECY_OUTCOMES.map((value) => ({ value, label: SECRECY_OUTCOME_NAMES[value] }))}
            />
          </Form.Item>
          <Form.Item
            name="note"
            label="说明"
            rules={outcome === 'objected' ? [{ required: true, whitespace: true, message: '请写明需要怎样处理' }] : []}
          >
            <Input.TextArea
              autoSize={{ minRows: 2 }}
              maxLength={500}
              placeholder={outcome === 'objected' ? '如：第一条第二段的联系方式请删去' : '可不填'}
              data-testid="secrecy-note"
            />
          </Form.Item>
        </Form>
        {secrecyReviews.length > 0 && (
          <>
            <h4>历次审查</h4>
            <ul className="bulletin-pointed">
              {secrecyReviews.map(({ outcome: made, note, reviewedBy, reviewedAt }) => (
                <li key={reviewedAt}>
                  {formatInstant(reviewedAt)} {reviewedBy} {SECRECY_OUTCOME_NAMES[made]}
                  {note && `：${note}`}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Modal>
  );
}
