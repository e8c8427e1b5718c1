import type { Block, Volume } from './volume.ts';
import type { Evidence, Family, Severity } from './finding.ts';
import type { CheckId } from './norms/checks/register.ts';
import type { Citation } from './norms/register.ts';
import type { Preset } from './presets.ts';
import type { Settings } from './settings.ts';

/**
 * Zones a rule keeps out of (豁免区): quotation (引文), title (书名号内), verbatim (特载、文献、附录等原文照录),
 * chronicle (大事记), errata (勘误表), solemn (涉及领导人、指导思想和中央的句子).
 */
export const ZONES = ['quotation', 'title', 'verbatim', 'chronicle', 'errata', 'solemn'] as const;
export type Zone = (typeof ZONES)[number];

/** Reads something out of the whole book once a review: the ledger, the names, the headings. */
export type Reader<T> = (volume: Volume, settings: Settings) => T;

/** The book under review (全书). */
export interface Book {
  readonly volume: Volume;
  readonly settings: Settings;
  /** What `reader` reads of this book; read when first asked for, then kept for the rest of the review. */
  readonly read: <T>(reader: Reader<T>) => T;
}

/**
 * One block under review (一段): positions are those of the volume, `[start, end)` bounds what a rule may read. What it
 * wants of the book beyond the blocks near by and the titles above it asks for by `read`: so it is known what depends on an edit.
 */
export interface Passage extends Book {
  readonly text: string;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** What a rule tells beside the place: evidence, and a replacement of exactly the reported span where that is safe. */
export interface Detail {
  readonly evidence?: readonly Evidence[];
  readonly replacement?: string;
}

/** Reports one finding of the running rule; exemption zones are the engine's business. */
export type Report = (start: number, end: number, message: string, detail?: Detail) => void;

interface TextHook {
  /** Trigger characters: `check` is called at each of them, once, in text order. */
  readonly on: string;
  /** Kinds of block that are read; paragraphs and notes unless given. */
  readonly blocks?: readonly Block['kind'][];
  readonly check: (passage: Passage, at: number, report: Report) => void;
  /** Called once a block behind all of its triggers, for a rule that keeps what it met: brackets that are still open. */
  readonly finish?: (passage: Passage, report: Report) => void;
}

interface WordHook {
  /** Words of two characters or more; at each place the longest of them that begins there, found in one pass with those of all rules. */
  readonly words: readonly string[];
  /** Kinds of block that are read; paragraphs and notes unless given. */
  readonly blocks?: readonly Block['kind'][];
  readonly checkWord: (passage: Passage, start: number, end: number, report: Report) => void;
}

interface NumberHook {
  /** Kinds of block that are read; paragraphs and notes unless given. */
  readonly blocks?: readonly Block['kind'][];
  /** Called once a run of the digits 0–9, `[start, end)`: 1,234.5 is three runs. */
  readonly checkDigits: (passage: Passage, start: number, end: number, report: Report) => void;
}

interface PassageHook {
  /** Called once a block of these kinds (paragraphs and notes unless given); for what only the whole block can tell. */
  readonly checkPassage: (passage: Passage, report: Report) => void;
  readonly blocks?: readonly Block['kind'][];
}

interface TableHook {
  /** Called once a table block. */
  readonly checkTable: (passage: Passage, report: Report) => void;
}

interface BookHook {
  /** Called once a review, after all blocks; for what only the whole book can tell (跨条目). */
  readonly checkBook: (book: Book, report: Report) => void;
}

interface RuleBase<Id extends string> {
  /** Family first: `punctuation-etc-comma`; also the name of its folder and page. */
  readonly id: Id;
  readonly family: Family;
  readonly severity: Severity;
  /** Short Chinese name. */
  readonly title: string;
  /** What is reported (查什么), in one or two Chinese sentences. */
  readonly summary: string;
  /** Why it matters to a reader of the book (为什么), in a sentence. */
  readonly why: string;
  /** Where it keeps silent although the same characters stand there (什么时候不报), in a sentence or two. */
  readonly silent: string;
  readonly exempt: readonly Zone[];
  /** Checks of the register (norms/checks) that this rule performs, wholly or in part. */
  readonly covers?: readonly CheckId[];
  /** Kinds of text it is meant for; all unless given. */
  readonly presets?: readonly Preset[];
  /** Off unless asked for by id, and why: editors would mostly dismiss its findings. */
  readonly off?: string;
  /** More findings than this in one book are a habit of the book (习惯写法): told once, at the first place, with their number. */
  readonly habit?: number;
}

/** Rule (规则): one thing that is noticed, the clause it rests on, and where it keeps silent. */
export type Rule<Id extends string = string> = RuleBase<Id> &
  Citation &
  (TextHook | WordHook | NumberHook | PassageHook | TableHook | BookHook);

/** Declares a rule; a clause that is not in the register, or belongs to another norm, does not compile. */
export function defineRule<const Id extends string>(rule: Rule<Id>): Rule<Id> {
  return rule;
}
