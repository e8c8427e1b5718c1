import { ACTED, CUMULATIVE, PLANNED, type FigureColumns } from './figure-columns.ts';
import { findUnitAt } from './figure-units.ts';
import { SCOPES } from './figure-words.ts';
import type { OwnPlace } from './find-own-place.ts';
import type { TableHead } from './read-table-figures.ts';
import type { Volume } from '../volume.ts';

/** Whose figure, of what, by what definition (主体、指标、口径). */
export interface FigureNames {
  readonly subject: string;
  readonly indicator: string;
  readonly scope: string;
}

/** 比上年, 同比 within the clause say what a change is measured by. */
const COMPARED = /(?:同比|[比较](?:上年|去年|前年|上一年)(?:同期|末|底)?)/u;
const PERSONS = findUnitAt('人', 0);

interface Source {
  readonly volume: Volume;
  readonly columns: FigureColumns;
  readonly tables: ReadonlyMap<number, TableHead>;
  readonly own: OwnPlace;
}

/** Reads the names of one lean figure as strings. */
export function describeFigure(source: Source, index: number): FigureNames {
  return source.columns.row[index]! < 0 ? describeProse(source, index) : describeCell(source, index);
}

function describeProse({ volume: { text }, columns, own }: Source, index: number): FigureNames {
  const start = columns.indicatorStart[index]!;
  let indicator = tidy(text.slice(start, columns.indicatorEnd[index]));
  if (/[同比较]/u.test(indicator)) indicator = indicator.replace(COMPARED, '');
  if ((columns.flags[index]! & ACTED) !== 0 && start >= columns.end[index]!) {
    indicator = readVerb(text, columns.start[index]!) + indicator;
  }
  const subject = tidy(text.slice(columns.subjectStart[index], columns.subjectEnd[index]));
  const scope = readScope(readSentenceBefore(text, columns, index), columns.flags[index]!);
  // 全县706954人: the people of the place.
  const isPeople = columns.unit[index] === PERSONS && /^全[县市省区州国]$/u.test(indicator);
  const place = isPeople ? '人口' : stripOwnPlace(indicator, own);
  return { subject: isOwnPlace(subject, own) ? '' : subject, indicator: place, scope };
}

/** How far back a sentence is looked at: a book in one line must not cost the square of its length. */
const REACH = 200;

/** The sentence before a figure. */
export function readSentenceBefore(text: string, { sentence, start }: FigureColumns, index: number): string {
  return text.slice(Math.max(sentence[index]!, start[index]! - REACH), start[index]);
}

/** The verb of doing right before a figure: 建成、新建. */
function readVerb(text: string, start: number): string {
  return /[\u4e00-\u9fff]{2}(?=[共计了约近达\s]*$)/u.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
}

function describeCell({ columns, tables, own }: Source, index: number): FigureNames {
  const head = tables.get(columns.block[index]!);
  const row = head?.rows[columns.row[index]!]?.label ?? '';
  const column = head?.columns[columns.column[index]!]?.label ?? '';
  const isName =
    row !== '' && /[乡镇村县市区局厂社站所校院处公司场]$/u.test(row) && !/合计|总计|小计|全[县市省区州]/u.test(row);
  const item = isName || /^(?:合计|总计|全[县市省区州国])$/u.test(row) ? '' : row;
  const topic = head?.topic ?? '';
  const indicator = [stripOwnPlace(topic, own), item, column].filter((part) => part !== '').join('·');
  return { subject: isName && !isOwnPlace(row, own) ? row : '', indicator, scope: '' };
}

function tidy(printed: string): string {
  return /\s/u.test(printed) ? printed.replace(/\s+/gu, '') : printed;
}

/** 全县、境内、本县 or the name of the place itself. */
export function isOwnPlace(name: string, { name: own, level }: OwnPlace): boolean {
  if (name === '' || name === own) return true;
  if (own.length > 2 && name === own.slice(0, -1)) return true;
  if (level === '' ? /^全[县市省区州]$/u.test(name) : name === `全${level}`) return true;
  return INSIDE.has(name);
}

const INSIDE: ReadonlySet<string> = new Set(['境内', '县境', '县内', '县域', '全境', '本县', '本市', '县境内']);

/** Takes 全县、甲县 off the front. */
export function stripOwnPlace(name: string, { name: own, level }: OwnPlace): string {
  const short = own.slice(0, -1);
  for (const lead of [own, `全${level === '' ? '县' : level}`, short.length > 1 ? short : '', '境内', '县境内']) {
    if (lead !== '' && name.length > lead.length + 1 && name.startsWith(lead)) return name.slice(lead.length);
  }
  return name;
}

/** Which of the words may begin with a character, one bit a word. */
const SCOPES_BY_FIRST = new Int32Array(65_536);
SCOPES.forEach((word, index) => {
  SCOPES_BY_FIRST[word.charCodeAt(0)]! |= 1 << index;
});

/** Words of definition in the sentence before the figure. */
function readScope(before: string, flags: number): string {
  let may = 0;
  for (let at = 0; at < before.length; at += 1) may |= SCOPES_BY_FIRST[before.charCodeAt(at)]!;
  const words = may === 0 ? [] : SCOPES.filter((word, index) => (may & (1 << index)) !== 0 && before.includes(word));
  if ((flags & CUMULATIVE) !== 0 && !words.includes('累计')) words.push('累计');
  if ((flags & PLANNED) !== 0 && !words.includes('计划')) words.push('计划');
  return words.join('、');
}
