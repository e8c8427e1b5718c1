import { useMutation, useQuery } from '@tanstack/react-query';
import { type Disclosure, needsGround } from '@xiuzhi/domain';
import { Alert, Modal } from 'antd';
import { useState } from 'react';

import { api, describeFault } from '../../api.ts';
import { formatDay } from '../../ui/format-day.ts';
import { formatInstant } from '../../ui/format-instant.ts';
import { type IssueInFull, nameIssue } from './bulletin-words.ts';
import { foreseeNumber } from './foresee-number.ts';
import { DisclosureFields } from './issue-tail.tsx';
import { useStep } from './use-step.ts';

/** Dialog before a signature (签发): the number, the disclosure attribute and its ground, and what is still missing. */
export function SignDialog({ issue, onClose }: { issue: IssueInFull; onClose: () => void }) {
  const { id, version, issuedOn, secrecyReviews } = issue;
  const series = useQuery(api.bulletins.listSeries.queryOptions());
  const own = series.data?.find((one) => one.id === issue.seriesId);
  const number = foreseeNumber(issue, own);
  const [choice, setChoice] = useState<{ disclosure: Disclosure | null; ground: string }>({
    disclosure: issue.disclosure,
    ground: issue.ground,
  });
  const sign = useMutation(
    api.bulletins.sign.mutationOptions(useStep(id, (signed) => `已签发：${nameIssue(signed)}。`, onClose)),
  );
  const review = secrecyReviews.at(0);
  const isCleared = review?.outcome === 'cleared' && review.isCurrent;
  const isShort = needsGround(choice.disclosure) && choice.ground.trim() === '';
  return (
    <Modal
      open
      title={`签发“${issue.seriesName}”`}
      okText="签发"
      onOk={() =>
        sign.mutate({
          id,
          version,
          ...(choice.disclosure && { disclosure: choice.disclosure, ground: choice.ground.trim() }),
        })
      }
      onCancel={onClose}
      confirmLoading={sign.isPending}
      okButtonProps={{ 'data-testid': 'sign-save' }}
    >
      <div data-testid="sign-dialog">
        {sign.error && (
          <Alert
            type="error"
            showIcon
            className="spaced"
            title={describeFault(sign.error)}
            data-testid="sign-problem"
          />
        )}
        {own && !own.last && !issue.supplement && (
          <Alert
            type="warning"
            showIcon
            className="spaced"
            data-testid="sign-first"
            title="这种刊物在本系统还没有编过号，本期将从第1期编起。以前编发过的，请先由简报编辑导入往期，或在刊物设置里填上一期。"
          />
        )}
        <dl className="bulletin-facts">
          <dt>期号</dt>
          <dd data-testid="sign-number">
            {issue.supplement
              ? '增刊单独编号，签发时给出'
              : number
                ? `${number}；如同时有他期签发，依次顺延`
                : '签发时给出'}
          </dd>
          <dt>印发日期</dt>
          <dd>{issuedOn ? formatDay(issuedOn) : '未填写，请退回补填'}</dd>
          <dt>内容</dt>
          <dd>{issue.bulletinItems.length} 条</dd>
          <dt>保密审查</dt>
          <dd data-testid="sign-secrecy">
            {isCleared
              ? `审查通过（${review.reviewedBy} ${formatInstant(review.reviewedAt)}）`
              : review
                ? review.isCurrent
                  ? `需要处理：${review.note}`
                  : '审查以后有改动，须再次审查才能签发'
                : '尚未审查，审查通过才能签发'}
          </dd>
          <dt>信息公开选项</dt>
          <dd>
            <DisclosureFields
              disclosure={choice.disclosure}
              ground={choice.ground}
              onChange={(disclosure, ground) => setChoice({ disclosure, ground })}
            />
          </dd>
        </dl>
        <p className="muted">
          {isShort && '请写明依据。'}
          签发以后给定期号，内容不再改动。信息公开选项随文印出，不等于在网上公开；网上公开须另行办理。
        </p>
      </div>
    </Modal>
  );
}
