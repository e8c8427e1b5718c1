import { describe, expect, it } from 'vitest';

import {
  DISCLOSURES,
  ISSUE_STATES,
  moveIssue,
  needsGround,
  nextNumber,
  printIssueNumber,
  runsBack,
  type IssueCommand,
  type IssueNow,
  type IssueState,
} from './bulletin.ts';

const READY: IssueNow = {
  state: 'signing',
  version: 4,
  items: 2,
  issuedOn: '2026-11-20',
  disclosure: 'proactive',
  ground: '',
  draftedBy: 'drafter',
  secrecy: { outcome: 'cleared', version: 4 },
  published: false,
};
const move = (issue: Partial<IssueNow>, command: IssueCommand, { personId = 'signer', version = 4 } = {}) =>
  moveIssue({ ...READY, ...issue }, command, { personId, version });

describe('moveIssue', () => {
  /** Command → state it is given in → state it leads to. */
  const STEPS: readonly (readonly [IssueCommand, Partial<Record<IssueState, IssueState>>])[] = [
    ['submit', { draft: 'checking' }],
    ['check', { checking: 'signing' }],
    ['giveBack', { checking: 'draft', signing: 'draft' }],
    ['reviewSecrecy', { checking: 'checking', signing: 'signing' }],
    ['sign', { signing: 'signed' }],
    ['publish', { signed: 'signed' }],
    ['unpublish', { signed: 'signed' }],
  ];
  it.each(STEPS)('%s leads from its own steps alone', (command, leads) => {
    for (const state of ISSUE_STATES) expect(move({ state }, command), state).toBe(leads[state] ?? 'NOT_AT_THIS_STEP');
  });

  it.each([
    ['a version that was not seen', {}, 'sign', { version: 3 }, 'STALE'],
    ['a draft without items', { state: 'draft', items: 0 }, 'submit', {}, 'NO_ITEMS'],
    ['a draft without a day', { state: 'draft', issuedOn: null }, 'submit', {}, 'NO_ISSUE_DATE'],
    ['a check by whoever drafted it', { state: 'checking' }, 'check', { personId: 'drafter' }, 'SAME_HAND'],
    ['a secrecy review by whoever drafted it', {}, 'reviewSecrecy', { personId: 'drafter' }, 'SAME_HAND'],
    ['a signature by whoever drafted it', {}, 'sign', { personId: 'drafter' }, 'SAME_HAND'],
    ['a signature on nothing', { items: 0 }, 'sign', {}, 'NO_ITEMS'],
    ['a signature without a day', { issuedOn: null }, 'sign', {}, 'NO_ISSUE_DATE'],
    ['a signature without a disclosure', { disclosure: null }, 'sign', {}, 'DISCLOSURE_REQUIRED'],
    ['依申请 without a ground', { disclosure: 'onRequest', ground: ' ' }, 'sign', {}, 'GROUND_REQUIRED'],
    ['不予 without a ground', { disclosure: 'withheld' }, 'sign', {}, 'GROUND_REQUIRED'],
    ['a signature without a secrecy review', { secrecy: null }, 'sign', {}, 'SECRECY_REVIEW_REQUIRED'],
    [
      'a review of an earlier text',
      { secrecy: { outcome: 'cleared', version: 3 } },
      'sign',
      {},
      'SECRECY_REVIEW_REQUIRED',
    ],
    ['a review that objected', { secrecy: { outcome: 'objected', version: 4 } }, 'sign', {}, 'SECRECY_REVIEW_REQUIRED'],
    [
      'the web for what is not 主动公开',
      { state: 'signed', disclosure: 'undetermined' },
      'publish',
      {},
      'NOT_PROACTIVE',
    ],
  ] as const)('refuses %s', (_what, issue, command, by, refusal) => {
    expect(move(issue as Partial<IssueNow>, command, by)).toBe(refusal);
  });

  it('says first that the step is over, whatever else is wrong', () => {
    expect(move({ state: 'signed', items: 0 }, 'sign', { personId: 'drafter', version: 1 })).toBe('NOT_AT_THIS_STEP');
  });

  it('lets the drafter hand it over, and the same person check, review and sign what others drafted', () => {
    expect(move({ state: 'draft' }, 'submit', { personId: 'drafter' })).toBe('checking');
    expect(move({ state: 'checking' }, 'check')).toBe('signing');
    expect(move({}, 'reviewSecrecy')).toBe('signing');
    expect(move({}, 'sign')).toBe('signed');
  });

  it.each(DISCLOSURES)('signs with %s where the ground is given as far as it is needed', (disclosure) => {
    expect(move({ disclosure, ground: '依据' }, 'sign')).toBe('signed');
    expect(move({ disclosure }, 'sign')).toBe(needsGround(disclosure) ? 'GROUND_REQUIRED' : 'signed');
  });

  it('goes on the web after a secrecy review alone, which what was read back from a file lacks', () => {
    const readBack: Partial<IssueNow> = { state: 'signed', draftedBy: null, secrecy: null };
    expect(move(readBack, 'publish')).toBe('SECRECY_REVIEW_REQUIRED');
    expect(move(readBack, 'reviewSecrecy')).toBe('signed');
    expect(move({ ...readBack, disclosure: 'withheld' }, 'reviewSecrecy')).toBe('NOT_AT_THIS_STEP');
    const objected: Partial<IssueNow> = { ...readBack, secrecy: { outcome: 'objected', version: 4 } };
    expect(move(objected, 'publish')).toBe('SECRECY_REVIEW_REQUIRED');
    expect(move(objected, 'reviewSecrecy')).toBe('signed');
    expect(move({ ...readBack, secrecy: READY.secrecy }, 'publish')).toBe('signed');
  });

  it('takes anything down from the web', () => {
    expect(move({ state: 'signed', disclosure: 'withheld', published: true }, 'unpublish')).toBe('signed');
  });
});

describe('nextNumber', () => {
  const series = { year: 2026, supplement: false, running: true };
  it.each([
    ['the first of a series', { ...series, lastNumber: null, lastTotal: null }, { number: 1, total: 1 }],
    ['within a year', { ...series, lastNumber: 11, lastTotal: 87 }, { number: 12, total: 88 }],
    ['a new year', { ...series, lastNumber: null, lastTotal: 87 }, { number: 1, total: 88 }],
    ['a supplement', { ...series, supplement: true, lastNumber: 1, lastTotal: 87 }, { number: 2, total: null }],
    ['no running number', { ...series, running: false, lastNumber: 6, lastTotal: null }, { number: 7, total: null }],
  ] as const)('follows: %s', (_what, numbering, numbers) => {
    expect(nextNumber(numbering)).toEqual({ year: 2026, ...numbers });
  });
});

describe('runsBack', () => {
  const series = { year: 2026, supplement: false, running: true };
  it.each([
    ['before the first number', { ...series, lastYear: null }, false],
    ['in the year of the last', { ...series, lastYear: 2026 }, false],
    ['in a later year', { ...series, lastYear: 2025 }, false],
    ['in an earlier year', { ...series, lastYear: 2027 }, true],
    ['as a supplement', { ...series, supplement: true, lastYear: 2027 }, false],
    ['without running numbers', { ...series, running: false, lastYear: 2027 }, false],
  ] as const)('%s', (_what, issue, isBack) => {
    expect(runsBack(issue)).toBe(isBack);
  });
});

describe('printIssueNumber', () => {
  it.each([
    ['第12期（总第88期）', { number: 12, total: 88, supplement: false }],
    ['第12期', { number: 12, total: null, supplement: false }],
    ['增刊第1期', { number: 1, total: null, supplement: true }],
    ['总第88期', { number: null, total: 88, supplement: false }],
    ['', { number: null, total: null, supplement: false }],
  ])('%s', (printed, issue) => {
    expect(printIssueNumber(issue)).toBe(printed);
  });
});
