import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printLexicons } from './print-lexicons.ts';

for (const [path, content] of printLexicons()) writeFileSync(join(import.meta.dirname, '../../..', path), content);
