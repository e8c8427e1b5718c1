import { defineChecks } from './define-checks.ts';

/** 志书行文与纪年（GZ-WRT、GZ-CHR）. */
export const writingChecks = defineChecks({});
