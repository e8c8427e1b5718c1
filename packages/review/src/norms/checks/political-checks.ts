import { defineChecks } from './define-checks.ts';

/** 涉政表述（LN-POL）. */
export const politicalChecks = defineChecks({});
