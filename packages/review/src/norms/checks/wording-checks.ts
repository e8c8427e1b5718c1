import { defineChecks } from './define-checks.ts';

/** 模糊词、人称、总结性用语（LN-VAG、LN-DEX、LN-EMP）. */
export const wordingChecks = defineChecks({});
