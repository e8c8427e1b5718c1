import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printRulePages } from './print-rule-pages.ts';

const root = join(import.meta.dirname, '../../..');
for (const [path, content] of printRulePages()) writeFileSync(join(root, path), content);
