import { MOST_WORDS, WORD_KIND_NAMES } from '@xiuzhi/contract';
import { WORD_KINDS, type WordKind } from '@xiuzhi/review';

import { readSheet } from '../../sheet/read-sheet.ts';
import type { NewWord } from './dictionary.ts';

/** Columns (列名) of a list of words, in the order of the template; only the first must be there. */
export const COLUMNS = { word: '词语', kind: '类别', wrong: '误写', from: '起始年份', to: '终止年份' } as const;

type Field = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as Field[];
const LONGEST = 60;
const MOST_WRONG = 20;
/** Sentences about lines that cannot be taken; more would not be read. */
const MOST_PROBLEMS = 5;

/**
 * Reads a list of words from .xlsx, or from text with one word a line, further columns behind tabs or commas; a string is
 * the reason why it cannot be taken, in words. `kind` is that of a word whose line tells none.
 */
export async function readWords(bytes: Uint8Array, kind: WordKind): Promise<NewWord[] | string> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isArchive ? await readSheet(bytes, MOST_WORDS + 10) : readLines(decode(bytes));
  if (!rows) return '未能读取这份表格，请用本页下载的模板（.xlsx）填写，或另存为文本文件后再导入。';
  const head = rows.slice(0, 5).findIndex((row) => row.some((cell) => cell === COLUMNS.word));
  const columns = new Map(FIELDS.map((field, at) => [field, head < 0 ? at : rows[head]!.indexOf(COLUMNS[field])]));
  const words = new Map<string, NewWord>();
  const problems: string[] = [];
  rows.slice(head + 1).forEach((row, index) => {
    const cell = (field: Field) => (row[columns.get(field)!] ?? '').trim().normalize('NFC');
    if (row.every((one) => one.trim() === '')) return;
    const word = readWord(cell, kind);
    if (typeof word === 'string') problems.push(`第 ${head + index + 2} 行：${word}`);
    // Twice in the list is once in the dictionary, with all that the lines say of it.
    else words.set(`${word.kind} ${word.word}`, merge(words.get(`${word.kind} ${word.word}`), word));
  });
  if (problems.length > 0) {
    const more = problems.length > MOST_PROBLEMS ? `等 ${problems.length} 处` : '';
    return `名单中有不能导入的行，没有导入任何词语。${problems.slice(0, MOST_PROBLEMS).join('')}${more}`;
  }
  if (words.size === 0) return '名单中没有词语，请填写后再导入。';
  if (words.size > MOST_WORDS) return `一次最多导入 ${MOST_WORDS} 个词，请分几次导入。`;
  return [...words.values()];
}

/** As UTF-8, or as the Chinese Windows writes text. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function readLines(text: string): string[][] {
  if (text.includes('\0')) return [];
  return text.split(/\r?\n/).map((line) => line.split(/[\t,，]/).map((cell) => cell.replace(/^\s*"(.*)"\s*$/, '$1')));
}

function readWord(cell: (field: Field) => string, fallback: WordKind): NewWord | string {
  const word = cell('word');
  if (word === '') return '没有填写词语。';
  if (!isPlain(word)) return `“${word.slice(0, 20)}…”过长，词语不能超过 ${LONGEST} 个字符。`;
  const named = cell('kind');
  const kind = named === '' ? fallback : WORD_KINDS.find((one) => WORD_KIND_NAMES[one] === named);
  if (!kind) return `没有“${named.slice(0, 20)}”这个类别，可填：${Object.values(WORD_KIND_NAMES).join('、')}。`;
  const wrong = cell('wrong')
    .split(/[、；;|／/\s]+/)
    .filter((one) => one !== '' && one !== word);
  if (wrong.length > MOST_WRONG || !wrong.every(isPlain)) return `“${word}”的误写过多或过长。`;
  const [from, to] = [readYear(cell('from')), readYear(cell('to'))];
  if (from === undefined || to === undefined) return `“${word}”的年份请按 2019 的样子填写。`;
  if (from !== null && to !== null && from > to) return `“${word}”的起始年份晚于终止年份。`;
  return { word, kind, wrong: [...new Set(wrong)], from, to };
}

function isPlain(word: string): boolean {
  return word.length <= LONGEST && word.isWellFormed() && !/\p{Cc}/u.test(word);
}

function readYear(typed: string): number | null | undefined {
  if (typed === '') return null;
  const year = /^(\d{1,4})年?$/.exec(typed)?.[1];
  return year !== undefined && Number(year) >= 1 && Number(year) <= 2999 ? Number(year) : undefined;
}

function merge(before: NewWord | undefined, word: NewWord): NewWord {
  if (!before) return word;
  return { ...word, wrong: [...new Set([...before.wrong, ...word.wrong])].slice(0, MOST_WRONG) };
}
