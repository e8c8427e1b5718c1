// Measures the review engine on labelled material and prints it: npm run quality [-- --keep]; see docs/quality.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { ENGINE_VERSION, RULES } from '@xiuzhi/review';

import { countDensity, reviewFolder, reviewText } from './measure-books.ts';
import { measureSets, measureTexts } from './measure-sets.ts';
import { judgeTables } from './judge-tables.ts';
import { judgeSeeds } from './judge-seeds.ts';
import { measurePeers } from './peers/measure-peers.ts';
import {
  printDensity,
  printPeers,
  printSeeds,
  printSets,
  printTables,
  printTexts,
  printVerdicts,
} from './print-quality.ts';
import { countVerdicts } from './count-verdicts.ts';

const root = path.dirname(import.meta.dirname);
const lab = path.resolve(process.env.XIUZHI_LAB ?? path.join(root, '../shared/lab'));
const prose = process.env.XIUZHI_PROSE;
const page = path.join(root, 'docs/quality.md');
/** Marks around what is measured in the page; the rest of it is written by hand. */
const OPENS = '<!-- measured -->';
const CLOSES = '<!-- /measured -->';
const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });

const sets = measureSets();
const parts = [
  `引擎 ${ENGINE_VERSION}，规则 ${RULES.length} 条。`,
  printSets(sets),
  printPeers(measurePeers(sets)),
  printTexts('一部市志的刊误（数字照印，句子自拟）', measureTexts('errata')),
  printTexts('容易冤枉的正确记述', measureTexts('figures-right')),
];
const book = path.join(lab, 'gazetteers/东明县志（1986-2005）.md');
const hasLab = existsSync(book);
if (hasLab) {
  const gazetteer = await reviewText(book, 'gazetteer');
  parts.push(printTables(judgeTables(gazetteer, path.join(lab, 'gold/东明县志_表内合计矛盾.tsv'))));
  parts.push(printVerdicts(countVerdicts(gazetteer)));
  parts.push(printDensity(countDensity('一部县志（preset gazetteer）', [gazetteer])));
  parts.push(printSeeds(await judgeSeeds(path.join(lab, '../seeds'))));
} else parts.push(`未见实验材料（XIUZHI_LAB=${lab}），只用仓库内的样例。`);
const clean = prose === undefined ? undefined : await reviewFolder(prose, 'bulletin', { recordedYear: 2025 });
if (clean !== undefined) parts.push(printDensity(countDensity('公文（preset bulletin，记述年份 2025）', clean)));
else parts.push('未给出公文语料（XIUZHI_PROSE），未量公文的误报。');

const report = parts.join('\n\n');
console.log(report);
if (values.keep && hasLab && clean !== undefined) {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(OPENS) + OPENS.length;
  writeFileSync(page, `${text.slice(0, from)}\n\n${report}\n\n${text.slice(text.indexOf(CLOSES))}`);
}
