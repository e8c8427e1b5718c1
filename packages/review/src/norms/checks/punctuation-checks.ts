import { defineChecks } from './define-checks.ts';

/** 标点（LN-PUN）. */
export const punctuationChecks = defineChecks({});
