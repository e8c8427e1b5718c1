import { defineChecks } from './define-checks.ts';

/** 保密与隐私（LN-SEC）. */
export const secrecyChecks = defineChecks({});
