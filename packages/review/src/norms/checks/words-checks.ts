import { defineChecks } from './define-checks.ts';

/** 易错词（4.13、8.9）. */
export const wordsChecks = defineChecks({});
