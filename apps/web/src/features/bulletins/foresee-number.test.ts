import { expect, it } from 'vitest';

import { foreseeNumber } from './foresee-number.ts';

const after = (last: { year: number; number: number; total: number | null } | null, running = true) => ({
  last,
  running,
});

it('goes on within the year, and through all years', () => {
  const issue = { issuedOn: '2026-11-20', supplement: false };
  expect(foreseeNumber(issue, after({ year: 2026, number: 11, total: 87 }))).toBe('2026年第12期（总第88期）');
  expect(foreseeNumber(issue, after({ year: 2025, number: 52, total: 87 }))).toBe('2026年第1期（总第88期）');
  expect(foreseeNumber(issue, after(null))).toBe('2026年第1期（总第1期）');
  expect(foreseeNumber(issue, after({ year: 2026, number: 3, total: null }, false))).toBe('2026年第4期');
});

it('tells nothing of a supplement, of an issue without a day or of a year gone by, or of an unknown series', () => {
  const last = after({ year: 2026, number: 11, total: 87 });
  expect(foreseeNumber({ issuedOn: '2026-11-20', supplement: true }, last)).toBeNull();
  expect(foreseeNumber({ issuedOn: null, supplement: false }, last)).toBeNull();
  expect(foreseeNumber({ issuedOn: '2025-12-31', supplement: false }, last)).toBeNull();
  expect(foreseeNumber({ issuedOn: '2026-11-20', supplement: false }, undefined)).toBeNull();
});
