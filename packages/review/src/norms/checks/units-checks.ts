import { defineChecks } from './define-checks.ts';

/** 计量单位（LN-UNI）. */
export const unitsChecks = defineChecks({});
