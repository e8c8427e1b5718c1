import { defineNorm } from './define-norm.ts';

/** Practice of the field (志鉴编纂惯例) that no held text states: to be confirmed by the office. */
export const gazetteerConvention = defineNorm({
  id: 'gazetteer-convention',
  title: '志鉴编纂惯例',
  clauses: { convention: '惯例，待确认' },
});
