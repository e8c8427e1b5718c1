import type { Block, Volume } from './volume.ts';
import type { Evidence, Family, Severity } from './finding.ts';
import type { Citation } from './norms/register.ts';

/**
 * Zones a rule keeps out of (豁免区): quotation (引文), title (书名号内), verbatim (特载、文献、附录等原文照录),
 * chronicle (大事记), errata (勘误表), solemn (涉及领导人、指导思想和中央的句子).
 */
export const ZONES = ['quotation', 'title', 'verbatim', 'chronicle', 'errata', 'solemn'] as const;
export type Zone = (typeof ZONES)[number];

/** One block under review (一段): positions are those of the volume, `[start, end)` bounds what a rule may read. */
export interface Passage {
  readonly volume: Volume;
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

interface RuleBase<Id extends string> {
  /** Family first: `punctuation-etc-comma`; also the name of its folder and page. */
  readonly id: Id;
  readonly family: Family;
  readonly severity: Severity;
  /** Short Chinese name. */
  readonly title: string;
  /** What is reported and what is left alone, in two or three Chinese sentences. */
  readonly summary: string;
  readonly exempt: readonly Zone[];
}

/** Rule (规则): one thing that is noticed, the clause it rests on, and where it keeps silent. */
export type Rule<Id extends string = string> = RuleBase<Id> & Citation & (TextHook | PassageHook | TableHook);

/** Declares a rule; a clause that is not in the register, or belongs to another norm, does not compile. */
export function defineRule<const Id extends string>(rule: Rule<Id>): Rule<Id> {
  return rule;
}
