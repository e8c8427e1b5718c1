import { defineChecks } from './define-checks.ts';

/** 志书体裁、结构、断限、凡例、资料（GZ）. */
export const gazetteerChecks = defineChecks({});
