import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printRuleIndex } from './print-rule-index.ts';

const [path, content] = printRuleIndex();
writeFileSync(join(import.meta.dirname, '../../..', path), content);
