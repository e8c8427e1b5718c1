import { DECISIONS, type Decision } from '@xiuzhi/domain';
import { FAMILIES, type Family, SEVERITIES, type Severity } from '@xiuzhi/review';

import { type FindingIndex, type Outline, lowerBound } from './finding-index.ts';

/** Which findings are listed (筛选); empty or null means no limit. */
export interface Filter {
  readonly severities: readonly Severity[];
  readonly family: Family | null;
  readonly rule: string | null;
  readonly state: 'all' | 'undecided' | Decision;
  /** Outline node the list is limited to (本章). */
  readonly node: number | null;
  /** Whether the revision before had it already: 新增 or 沿用. */
  readonly origin: 'all' | 'new' | 'carried';
}

/** Numbers beside the choices of each filter, each counted under all the other filters. */
export interface FilterCounts {
  readonly severities: Readonly<Record<Severity, number>>;
  readonly families: Readonly<Record<Family, number>>;
  /** By position in `index.rules`. */
  readonly rules: readonly number[];
  readonly states: Readonly<Record<Filter['state'], number>>;
}

/** The filter as the address holds it, so that a link from the summary opens the right list. */
export function readFilter(parameters: URLSearchParams): Filter {
  const pick = <T extends string>(values: readonly T[], value: string | null) =>
    values.find((candidate) => candidate === value) ?? null;
  const severities = (parameters.get('severity') ?? '').split(',');
  const node = parameters.get('node');
  return {
    severities: SEVERITIES.filter((severity) => severities.includes(severity)),
    family: pick(FAMILIES, parameters.get('family')),
    rule: parameters.get('rule'),
    state: pick(['all', 'undecided', ...DECISIONS] as const, parameters.get('state')) ?? 'undecided',
    node: node !== null && /^\d+$/.test(node) ? Number(node) : null,
    origin: pick(['new', 'carried'] as const, parameters.get('origin')) ?? 'all',
  };
}

/** The address parameters of a filter; what is at its default is left out. */
export function writeFilter(filter: Filter): Record<string, string> {
  return {
    ...(filter.severities.length > 0 && { severity: filter.severities.join(',') }),
    ...(filter.family && { family: filter.family }),
    ...(filter.rule && { rule: filter.rule }),
    ...(filter.state !== 'undecided' && { state: filter.state }),
    ...(filter.node !== null && { node: String(filter.node) }),
    ...(filter.origin !== 'all' && { origin: filter.origin }),
  };
}

/** Per rule of the index, whether the filter lets it through: decides which marks the text shows. */
export function shownRules(index: Pick<FindingIndex, 'rules'>, filter: Filter): boolean[] {
  return index.rules.map(
    (rule) =>
      (filter.severities.length === 0 || filter.severities.includes(rule.severity)) &&
      (filter.family === null || rule.family === filter.family) &&
      (filter.rule === null || rule.id === filter.rule),
  );
}

/** Sequence numbers of the findings the filter lets through, in text order, and the numbers beside the choices. */
export function filterFindings(
  index: FindingIndex,
  outline: Pick<Outline, 'nodes'>,
  filter: Filter,
): { seqs: number[]; counts: FilterCounts } {
  const node = filter.node === null ? undefined : outline.nodes[filter.node];
  const from = node ? lowerBound(index.block, node.firstBlock) : 0;
  const to = node ? lowerBound(index.block, node.endBlock) : index.block.length;
  const severities = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  const families = Object.fromEntries(FAMILIES.map((family) => [family, 0])) as Record<Family, number>;
  const rules = index.rules.map(() => 0);
  const states = { all: 0, undecided: 0, dismiss: 0, correct: 0, verify: 0, opine: 0 };
  const seqs: number[] = [];
  for (let seq = from; seq < to; seq++) {
    if (filter.origin !== 'all' && (index.carried[seq] === 1) !== (filter.origin === 'carried')) continue;
    const rule = index.rules[index.rule[seq]!]!;
    const state = DECISIONS[index.decision[seq]!] ?? 'undecided';
    const severityFits = filter.severities.length === 0 || filter.severities.includes(rule.severity);
    const familyFits = filter.family === null || rule.family === filter.family;
    const ruleFits = filter.rule === null || rule.id === filter.rule;
    const stateFits = filter.state === 'all' || state === filter.state;
    if (familyFits && ruleFits && stateFits) severities[rule.severity]++;
    // Choosing a family drops the rule, so the families are counted without it.
    if (severityFits && stateFits) families[rule.family]++;
    if (severityFits && familyFits && stateFits) rules[index.rule[seq]!]!++;
    if (severityFits && familyFits && ruleFits) {
      states[state]++;
      states.all++;
      if (stateFits) seqs.push(seq);
    }
  }
  return { seqs, counts: { severities, families, rules, states } };
}

/** Undecided findings of each outline node with its sub-nodes (各篇目未处理数). */
export function countByNode(index: FindingIndex, nodes: Outline['nodes']): number[] {
  const counts = nodes.map(() => 0);
  for (let seq = 0; seq < index.node.length; seq++) {
    if (index.decision[seq] === -1) counts[index.node[seq]!]!++;
  }
  // Children stand after their parent, so one pass from the end sums whole subtrees.
  for (let at = nodes.length - 1; at > 0; at--) {
    const parent = nodes[at]!.parent;
    if (parent >= 0) counts[parent]! += counts[at]!;
  }
  return counts;
}
