import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';

import { api } from '../../api.ts';

/** Which contributing unit is asked (核实单位): the one its place is assigned to, unless another is picked. */
export function UnitPicker({
  id,
  contributorId,
  onPick,
}: {
  id: string;
  contributorId: string | null;
  onPick: (contributorId: string | null) => void;
}) {
  const workId = useQuery(api.manuscripts.get.queryOptions({ input: { id } })).data?.workId;
  const units = useQuery(
    api.contributions.list.queryOptions({
      input: { workId: workId! },
      enabled: workId !== undefined,
      staleTime: 60_000,
    }),
  );
  if (!units.data || units.data.length === 0) return null;
  return (
    <p className="finding-basis">
      <span className="label">核实单位</span>
      <Select<string>
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        value={contributorId ?? BY_PLACE}
        popupMatchSelectWidth={260}
        style={{ minWidth: 180 }}
        data-testid="verify-unit"
        onChange={(picked) => onPick(picked === BY_PLACE ? null : picked)}
        options={[
          { value: BY_PLACE, label: '按篇目归属' },
          ...units.data.map(({ id: value, name }) => ({ value, label: name })),
        ]}
      />
    </p>
  );
}

const BY_PLACE = '';
