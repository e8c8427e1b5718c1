import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';

import { type Outputs, api } from '../../api.ts';

/** Picks last year's book (上卷) among the works whose texts the person may read. */
export function PreviousPicker({
  workId,
  previous,
  value,
  onChange,
  disabled,
}: {
  workId: string;
  /** The one that stands now. */
  previous: Outputs['works']['settings']['previous'];
  value?: string | null;
  onChange?: (revisionId: string | null) => void;
  disabled?: boolean;
}) {
  const works = useQuery(api.works.list.queryOptions({ input: { limit: 200 } }));
  const others = (works.data?.items ?? []).flatMap(({ id, title, latestRevisionId }) =>
    latestRevisionId && id !== workId ? [{ value: latestRevisionId, label: `${title}（最新稿）` }] : [],
  );
  const options =
    previous && !others.some((option) => option.value === previous.revisionId)
      ? [{ value: previous.revisionId, label: `${previous.title}第${previous.number}稿` }, ...others]
      : others;
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="不比对"
      aria-label="上卷"
      style={{ maxWidth: 420 }}
      loading={works.isPending}
      options={options}
      value={value ?? undefined}
      disabled={disabled}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      data-testid="settings-previous"
    />
  );
}
