import { defineChecks } from './define-checks.ts';

/** 同书统一（8.8）与新旧标准（8.7）. */
export const consistencyChecks = defineChecks({});
