import { DECISIONS, DECISION_NAMES } from '@xiuzhi/domain';
import { FAMILIES, FAMILY_NAMES, SEVERITIES, SEVERITY_NAMES } from '@xiuzhi/review';
import { Button, Checkbox, Select } from 'antd';

import type { Filter, FilterCounts } from './filter-findings.ts';
import type { FindingIndex } from './finding-index.ts';

const STATES = ['undecided', ...DECISIONS, 'all'] as const;
const STATE_NAMES = { undecided: '未处理', all: '全部', ...DECISION_NAMES };

const NO_LIMIT = { severities: [], family: null, rule: null, node: null, origin: 'all' } as const;

/** Filters of the list of findings (筛选), each choice with its number. */
export function FindingFilters({
  filter,
  counts,
  rules,
  chapter,
  compared,
  onChange,
}: {
  filter: Filter;
  counts: FilterCounts;
  rules: FindingIndex['rules'];
  /** Node the text is in, and its title. */
  chapter: { node: number; title: string };
  /** Some findings stood in the revision before. */
  compared: boolean;
  onChange: (filter: Filter) => void;
}) {
  const toggle = (severity: Filter['severities'][number]) =>
    onChange({
      ...filter,
      severities: SEVERITIES.filter((one) => filter.severities.includes(one) !== (one === severity)),
    });
  const limited =
    filter.severities.length > 0 || filter.family || filter.rule || filter.node !== null || filter.origin !== 'all';
  return (
    <div className="finding-filters">
      <div className="filter-row" role="group" aria-label="级别">
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            className={`severity-filter severity-${severity}`}
            aria-pressed={filter.severities.includes(severity)}
            data-testid={`filter-${severity}`}
            onClick={() => toggle(severity)}
          >
            {SEVERITY_NAMES[severity]} <b>{counts.severities[severity]}</b>
          </button>
        ))}
      </div>
      <div className="filter-row">
        <Select
          size="small"
          className="filter-grow"
          value={filter.state}
          data-testid="filter-state"
          onChange={(state) => onChange({ ...filter, state })}
          options={STATES.map((state) => ({ value: state, label: `${STATE_NAMES[state]} ${counts.states[state]}` }))}
        />
        {compared && (
          <Select<Filter['origin']>
            size="small"
            value={filter.origin}
            data-testid="filter-origin"
            onChange={(origin) => onChange({ ...filter, origin })}
            options={[
              { value: 'all', label: '新旧不限' },
              { value: 'new', label: '本稿新增' },
              { value: 'carried', label: '上稿已有' },
            ]}
          />
        )}
        <Select
          size="small"
          className="filter-grow"
          allowClear
          placeholder="各类"
          value={filter.family}
          data-testid="filter-family"
          onChange={(family) => onChange({ ...filter, family: family ?? null, rule: null })}
          options={FAMILIES.filter((family) => counts.families[family] > 0 || family === filter.family).map(
            (family) => ({ value: family, label: `${FAMILY_NAMES[family]} ${counts.families[family]}` }),
          )}
        />
      </div>
      <div className="filter-row">
        <Select
          size="small"
          className="filter-grow"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="各条规则"
          value={filter.rule}
          data-testid="filter-rule"
          popupMatchSelectWidth={320}
          onChange={(rule) => onChange({ ...filter, rule: rule ?? null })}
          options={rules
            .map((rule, at) => ({
              value: rule.id,
              label: `${rule.title} ${counts.rules[at]}`,
              count: counts.rules[at]!,
            }))
            .filter(({ value, count }) => count > 0 || value === filter.rule)
            .sort((a, b) => b.count - a.count)}
        />
        <Checkbox
          checked={filter.node !== null}
          data-testid="filter-chapter"
          title={chapter.title}
          onChange={(event) => onChange({ ...filter, node: event.target.checked ? chapter.node : null })}
        >
          仅本章节
        </Checkbox>
        {limited && (
          <Button
            size="small"
            type="link"
            data-testid="filter-clear"
            onClick={() => onChange({ ...NO_LIMIT, state: filter.state })}
          >
            清除
          </Button>
        )}
      </div>
    </div>
  );
}
