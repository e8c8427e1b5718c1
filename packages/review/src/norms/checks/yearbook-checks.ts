import { defineChecks } from './define-checks.ts';

/** 年鉴框架、标题、条目、大事记、人物、索引、出版（YB）. */
export const yearbookChecks = defineChecks({});
