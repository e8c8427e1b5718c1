import { defineChecks } from './define-checks.ts';

/** 固定提法（LN-FIX）. */
export const phrasesChecks = defineChecks({});
