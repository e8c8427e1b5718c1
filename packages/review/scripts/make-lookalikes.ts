import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes `src/lexicons/lookalikes.tsv`: node make-lookalikes.ts DICTIONARY CLEAN…
 *
 * Each character of a common word of official prose is replaced by those of like shape or sound. A form stays only if it
 * is no word of DICTIONARY (a word and its frequency a line), stands nowhere in the CLEAN texts (laws, reports), and is
 * hardly ever the end of one word and the beginning of the next. Neither file is part of the repository.
 */
const [dictionaryFile, ...cleanFiles] = process.argv.slice(2);
const SOURCES = join(import.meta.dirname, 'lookalikes');
const TARGET = join(import.meta.dirname, '../src/lexicons/lookalikes.tsv');
const SOURCE = '公文用词与形近、音近字表生成，以法律法规和政府工作报告核减';

/** Least count of a word and highest rate of chance meetings a million words, by its length. */
const LIMITS = [
  { length: 2, count: 8, rate: 0.012 },
  { length: 3, count: 15, rate: 0.005 },
  { length: 4, count: 30, rate: 0.005 },
] as const;

function readRows(file: string): string[][] {
  const lines = readFileSync(join(SOURCES, file), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split('\t'));
}

/** Forms that stand in printed gazetteers, bulletins and news and are right there (秘密窃取、忠诚度). */
const INNOCENT = new Set(readRows('innocent.tsv').map(([form = '']) => form));

const dictionary = new Map<string, number>();
const heads = new Map<string, number>();
const tails = new Map<string, number>();
let total = 0;
for (const line of readFileSync(dictionaryFile!, 'utf8').split('\n')) {
  const [word = '', frequency = '0'] = line.split(' ');
  if (!/^[\u4e00-\u9fff]+$/u.test(word)) continue;
  const count = Number(frequency);
  dictionary.set(word, count);
  total += count;
  for (let size = 1; size <= Math.min(3, word.length); size += 1) {
    add(heads, word.slice(0, size), count);
    add(tails, word.slice(-size), count);
  }
}

const clean = cleanFiles.map((file) => readFileSync(file, 'utf8')).join('\n');
const pairs = new Set<string>();
for (let at = 0; at + 1 < clean.length; at += 1) pairs.add(clean.slice(at, at + 2));

const likes = new Map<string, string[]>();
for (const [first = '', second = ''] of readRows('characters.tsv')) {
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const)
    likes.set(one, [...(likes.get(one) ?? []), other]);
}

const kept = new Map<string, string>();
for (const [word = '', count = '0'] of readRows('words.tsv')) {
  const limit = LIMITS.find(({ length }) => length === word.length);
  if (limit === undefined || Number(count) < limit.count) continue;
  for (let at = 0; at < word.length; at += 1) {
    for (const like of likes.get(word.charAt(at)) ?? []) {
      const form = word.slice(0, at) + like + word.slice(at + 1);
      if (!kept.has(form) && isNoWord(form, at) && rateByChance(form) < limit.rate) kept.set(form, word);
    }
  }
}

const byWord = new Map<string, string[]>();
for (const [form, word] of kept) {
  if (holdsShorter(form)) continue;
  byWord.set(word, [...(byWord.get(word) ?? []), form]);
}
const rows = [...byWord].map(([word, forms]) => [word, forms.join(' '), SOURCE].join('\t'));
writeFileSync(TARGET, `right\twrong\tsource\n${rows.join('\n')}\n`);

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Not in the dictionary, not in the clean texts, and what is left beside the changed character is no word by itself. */
function isNoWord(form: string, at: number): boolean {
  if (dictionary.has(form) || INNOCENT.has(form)) return false;
  if (form.length > 2 && at === 0 && dictionary.has(form.slice(1))) return false;
  if (form.length > 2 && at === form.length - 1 && dictionary.has(form.slice(0, -1))) return false;
  for (let place = 0; place + 1 < form.length; place += 1) if (!pairs.has(form.slice(place, place + 2))) return true;
  return !clean.includes(form);
}

/** How often a million words the form is made by two words that meet, were they to meet by chance. */
function rateByChance(form: string): number {
  let rate = 0;
  for (let at = 1; at < form.length; at += 1)
    rate += ((tails.get(form.slice(0, at)) ?? 0) / total) * ((heads.get(form.slice(at)) ?? 0) / total) * 1e6;
  return rate;
}

/** The shorter form is found there anyway. */
function holdsShorter(form: string): boolean {
  for (let size = 2; size < form.length; size += 1)
    for (let at = 0; at + size <= form.length; at += 1) if (kept.has(form.slice(at, at + size))) return true;
  return false;
}
