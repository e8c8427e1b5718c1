import { defineChecks } from './define-checks.ts';

/** 名称（LN-NAM）与沿革（8.1～8.3）. */
export const namesChecks = defineChecks({});
