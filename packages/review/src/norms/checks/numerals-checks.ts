import { defineChecks } from './define-checks.ts';

/** 数字用法（LN-NUM）. */
export const numeralsChecks = defineChecks({
  'LN-NUM-06': { title: '概数两数间不用顿号' },
});
