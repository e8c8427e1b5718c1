import { defineChecks } from './define-checks.ts';

/** 表格与统计数据（YB-TAB、YB-STA）. */
export const tablesChecks = defineChecks({});
