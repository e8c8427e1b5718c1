import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, DatePicker, Skeleton } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';

import { api, describeFault } from '../../api.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { formatDay } from '../../ui/format-day.ts';
import type { Recipients, Series } from './bulletin-words.ts';
import { RecipientsFields } from './recipients-fields.tsx';

/** Whom a series goes to, by the day from which it holds (历次报送范围); an old issue keeps the list of its day. */
export function RecipientsByDay({ series }: { series: Series }) {
  const { id, allowed } = series;
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<{ validFrom: Dayjs; lists: Recipients } | null>(null);
  const key = api.bulletins.listRecipients.queryKey({ input: { id } });
  const lists = useQuery(api.bulletins.listRecipients.queryOptions({ input: { id } }));
  const save = useMutation(
    api.bulletins.setRecipients.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(key, next);
        void queryClient.invalidateQueries({ queryKey: api.bulletins.key() });
        void message.success('已保存。没有手工改过的草稿随之更新，已签发的不变。');
        setDraft(null);
      },
    }),
  );
  return (
    <Card
      title="报送范围"
      extra={
        allowed.configure &&
        !draft && (
          <Button
            onClick={() => setDraft({ validFrom: dayjs(), lists: series.recipients })}
            data-testid="recipients-new"
          >
            {lists.data?.length ? '自某日起改用新的范围' : '填写报送范围'}
          </Button>
        )
      }
    >
      {draft && (
        <div className="spaced" data-testid="recipients-draft">
          {save.error && <Alert type="error" showIcon className="spaced" title={describeFault(save.error)} />}
          <p>
            自
            <DatePicker
              allowClear={false}
              value={draft.validFrom}
              format="YYYY年M月D日"
              aria-label="启用日期"
              onChange={(day) => day && setDraft({ ...draft, validFrom: day })}
              data-testid="recipients-from"
            />
            起：
          </p>
          <RecipientsFields value={draft.lists} may onSave={(next) => setDraft({ ...draft, lists: next })} />
          <div className="bulletin-buttons below">
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() => save.mutate({ id, validFrom: draft.validFrom.format('YYYY-MM-DD'), ...draft.lists })}
              data-testid="recipients-save"
            >
              保存
            </Button>
            <Button onClick={() => setDraft(null)}>取消</Button>
          </div>
        </div>
      )}
      {lists.error && !lists.data ? (
        <FaultNotice error={lists.error} onRetry={() => void lists.refetch()} />
      ) : !lists.data ? (
        <Skeleton active />
      ) : (
        lists.data.map(({ validFrom, ...value }) => (
          <section key={validFrom} data-testid="recipients-list">
            <h3 className="bulletin-group">
              自{formatDay(validFrom)}起
              {allowed.configure && !draft && (
                <button
                  type="button"
                  className="bulletin-link"
                  onClick={() => setDraft({ validFrom: dayjs(validFrom), lists: value })}
                >
                  　更正
                </button>
              )}
            </h3>
            <RecipientsFields value={value} may={false} onSave={() => undefined} />
          </section>
        ))
      )}
      {lists.data?.length === 0 && !draft && (
        <p className="muted">还没有填写。报尾的“报、送、发”由此带出，各期也可单独改动。</p>
      )}
    </Card>
  );
}
