import { describe, expect, it } from 'vitest';

import { type Filter, countByNode, filterFindings, readFilter, shownRules, writeFilter } from './filter-findings.ts';
import type { FindingIndex, Outline } from './finding-index.ts';
import { nodeAtBlock } from './node-at-block.ts';

const node = (seq: number, parent: number, level: number, firstBlock: number, endBlock: number) => ({
  seq,
  parent,
  level,
  title: `篇目${seq}`,
  firstBlock,
  endBlock,
});

/** Two parts, the first with two entries; blocks 0–9. */
const nodes: Outline['nodes'] = [
  node(0, -1, 0, 0, 10),
  node(1, 0, 1, 0, 6),
  node(2, 1, 2, 1, 3),
  node(3, 1, 2, 3, 6),
  node(4, 0, 1, 6, 10),
];

/** Findings 0–5: rule and block of each; 1 is dismissed, 4 corrected. */
const index: FindingIndex = {
  rules: [
    { id: 'units/mu', title: '亩', family: 'units', severity: 'info' },
    { id: 'time/vague', title: '时间词', family: 'time', severity: 'warning' },
    { id: 'units/km', title: '公里', family: 'units', severity: 'error' },
  ],
  rule: [0, 1, 0, 2, 1, 0],
  start: [0, 10, 20, 30, 40, 50],
  end: [2, 12, 22, 32, 42, 52],
  block: [1, 2, 4, 5, 7, 9],
  node: [2, 2, 3, 3, 4, 4],
  decision: [-1, 0, -1, -1, 1, -1],
  version: [0, 1, 0, 0, 1, 0],
  fixable: [0, 0, 0, 1, 1, 0],
  carried: [1, 1, 0, 0, 0, 1],
};

const ALL: Filter = { severities: [], family: null, rule: null, state: 'all', node: null, origin: 'all' };

describe('filterFindings', () => {
  it.each<[string, Partial<Filter>, number[]]>([
    ['nothing', {}, [0, 1, 2, 3, 4, 5]],
    ['the undecided', { state: 'undecided' }, [0, 2, 3, 5]],
    ['one decision', { state: 'correct' }, [4]],
    ['a family', { family: 'units' }, [0, 2, 3, 5]],
    ['severities', { severities: ['error', 'warning'] }, [1, 3, 4]],
    ['a rule', { rule: 'time/vague' }, [1, 4]],
    ['a chapter with its entries', { node: 1 }, [0, 1, 2, 3]],
    ['an entry', { node: 3 }, [2, 3]],
    ['several at once', { node: 1, family: 'units', state: 'undecided', severities: ['info'] }, [0, 2]],
    ['what is new in this revision', { origin: 'new' }, [2, 3, 4]],
    ['what the revision before had too', { origin: 'carried', state: 'undecided' }, [0, 5]],
    ['a chapter that is not there', { node: 99 }, [0, 1, 2, 3, 4, 5]],
  ])('limits by %s', (_name, limit, expected) => {
    expect(filterFindings(index, { nodes }, { ...ALL, ...limit }).seqs).toEqual(expected);
  });

  it('counts each choice under all the other filters', () => {
    const { counts } = filterFindings(index, { nodes }, { ...ALL, family: 'units', state: 'undecided', node: 1 });
    expect(counts.severities).toEqual({ error: 1, warning: 0, query: 0, info: 2 });
    expect(counts.families.units).toBe(3);
    expect(counts.families.time).toBe(0);
    expect(counts.rules).toEqual([2, 0, 1]);
    expect(counts.states).toMatchObject({ all: 3, undecided: 3, dismiss: 0 });
  });

  it('marks in the text the rules the filter lets through, whatever is decided', () => {
    expect(shownRules(index, { ...ALL, family: 'units', state: 'correct' })).toEqual([true, false, true]);
  });
});

describe('the filter in the address', () => {
  it.each<[string, Filter]>([
    ['at its default', { ...ALL, state: 'undecided' }],
    [
      'with everything',
      { severities: ['error', 'info'], family: 'time', rule: 'time/vague', state: 'opine', node: 3, origin: 'new' },
    ],
    ['all states', ALL],
  ])('comes back as it was written, %s', (_name, filter) => {
    expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
  });

  it('is not misled by an address somebody typed', () => {
    expect(readFilter(new URLSearchParams('severity=bad,error&family=x&state=y&node=-1'))).toEqual({
      severities: ['error'],
      family: null,
      rule: null,
      state: 'undecided',
      node: null,
      origin: 'all',
    });
  });
});

describe('the outline beside the text', () => {
  it('counts the undecided with their sub-nodes', () => {
    expect(countByNode(index, nodes)).toEqual([4, 3, 1, 2, 1]);
  });

  it.each([
    [0, 1],
    [1, 2],
    [2, 2],
    [3, 3],
    [5, 3],
    [6, 4],
    [9, 4],
  ])('knows that block %i lies in node %i', (block, expected) => {
    expect(nodeAtBlock(nodes, block)).toBe(expected);
  });

  it('goes up to the part where an entry has ended', () => {
    const gap = [node(0, -1, 0, 0, 10), node(1, 0, 1, 0, 10), node(2, 1, 2, 1, 3)];
    expect(nodeAtBlock(gap, 5)).toBe(1);
  });
});
