import { FIGURE_KIND_NAMES } from '@xiuzhi/contract';
import type { FigureKind } from '@xiuzhi/review';
import { Input, Select } from 'antd';

import type { Outputs } from '../../api.ts';
import { formatPeriod } from '../../ui/describe-figure-key.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { type LedgerView, type Sort, SORTS } from './ledger-view.ts';

const SORT_NAMES: Readonly<Record<Sort, string>> = {
  place: '按书中位置',
  subject: '按主体',
  indicator: '按指标',
  period: '按时期',
  value: '按数值',
};

/** What the ledger is limited to (筛选), with the number of figures beside each choice. */
export function FigureFilters({
  view,
  facets,
  onChange,
}: {
  view: LedgerView;
  facets: Outputs['figures']['facets'];
  onChange: (view: LedgerView) => void;
}) {
  const narrow = useNarrow();
  const options = (facet: { value: string; count: number }[], name: (value: string) => string) =>
    facet.map(({ value, count }) => ({ value, label: `${name(value)}（${count}）` }));
  return (
    <div className="ledger-filters" role="search">
      <Input.Search
        allowClear
        key={view.search ?? ''}
        defaultValue={view.search}
        maxLength={60}
        placeholder="按主体、指标查找"
        aria-label="按主体、指标查找"
        data-testid="figures-search"
        onSearch={(search) => onChange({ ...view, search: search.trim() || undefined })}
      />
      <Select<string>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="单位"
        aria-label="单位"
        value={view.unit}
        options={options(facets.units, (unit) => unit || '未写单位')}
        data-testid="figures-unit"
        onChange={(unit) => onChange({ ...view, unit })}
      />
      <Select<string>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="时期"
        aria-label="时期"
        value={view.period}
        options={options(facets.periods, (period) => formatPeriod(period) || '未写时期')}
        data-testid="figures-period"
        onChange={(period) => onChange({ ...view, period })}
      />
      <Select<FigureKind>
        allowClear
        placeholder="类别"
        aria-label="类别"
        value={view.kind}
        options={options(facets.kinds, (kind) => FIGURE_KIND_NAMES[kind as FigureKind])}
        data-testid="figures-kind"
        onChange={(kind) => onChange({ ...view, kind })}
      />
      {narrow && (
        <Select<Sort>
          aria-label="排序"
          value={view.sort}
          options={SORTS.map((value) => ({ value, label: SORT_NAMES[value] }))}
          data-testid="figures-sort"
          onChange={(sort) => onChange({ ...view, sort, descending: false })}
        />
      )}
      <span className="muted number ledger-count" data-testid="figures-count">
        {facets.matching === facets.total
          ? `共 ${facets.total} 条`
          : `列出 ${facets.matching} 条，共 ${facets.total} 条`}
      </span>
    </div>
  );
}
