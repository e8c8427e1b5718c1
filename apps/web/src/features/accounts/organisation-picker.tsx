import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';

import { api } from '../../api.ts';
import { useMe } from './use-me.ts';

/** Picks one organisation (选择机构): the person's own and the highest at once, any other by a part of its name. */
export function OrganisationPicker({
  value,
  onChange,
  id,
  known,
}: {
  value?: string;
  onChange?: (value: string) => void;
  id?: string;
  /** The organisation that is chosen to begin with: its name need not be among those listed. */
  known?: { id: string; name: string } | null;
}) {
  const { person } = useMe();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<{ value: string; label: string }>();
  const found = useQuery(
    api.accounts.listOrganisations.queryOptions({
      input: search ? { search } : {},
      placeholderData: (before) => before,
      staleTime: 60_000,
    }),
  );
  const options = new Map<string, string>();
  // The chosen one stays listed whatever is looked for next, or the box would show its bare id.
  if (known) options.set(known.id, known.name);
  if (picked) options.set(picked.value, picked.label);
  if (!search) for (const { organisation } of person.posts) options.set(organisation.id, organisation.name);
  // Units of one name stand in many offices.
  for (const { id: organisationId, name, kind, parentName } of found.data ?? [])
    options.set(organisationId, kind === 'office' || !parentName ? name : `${name}（${parentName}）`);
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: (words) => setSearch(words.trim().slice(0, 40)) }}
      placeholder="选择机构，可输入名称查找"
      value={value}
      onChange={(next: string) => {
        setPicked({ value: next, label: options.get(next) ?? '' });
        setSearch('');
        onChange?.(next);
      }}
      loading={found.isFetching}
      notFoundContent={found.isPending ? '正在查找……' : found.error ? '未能读取机构，请稍后再试' : '没有找到这个机构'}
      options={Array.from(options, ([value, label]) => ({ value, label }))}
      data-testid="organisation-picker"
    />
  );
}
