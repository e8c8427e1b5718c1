import type { Candidates } from './candidates.ts';
import type { Problem } from './problem.ts';

/** Kinds of bulletins (简报类别): 工作简报 tells of the whole system, 政工简讯 of the political work of one office. */
export type BulletinKind = 'work' | 'political-work';

/** Disclosure attribute (信息公开选项): 主动公开、依申请公开、不予公开、待报请确定. */
export type Disclosure = 'proactive' | 'onRequest' | 'withheld' | 'undetermined';

/** Recipients (报送发) of a bulletin, in the order printed: 报 to superiors, 送 to peers, 发 to subordinates. */
export interface Recipients {
  readonly up: readonly string[];
  readonly across: readonly string[];
  readonly down: readonly string[];
}

/** Item of a bulletin (条目): one piece of news under its title. */
export interface BulletinItem {
  /** 特别关注 without its brackets; null in a series that has no columns. */
  readonly column: string | null;
  /** One line, however many it was printed on. */
  readonly title: string;
  /** Second title that begins with a dash, without it. */
  readonly subtitle: string | null;
  /** Office that sent it in (供稿单位), without the brackets; null where none is printed. */
  readonly source: string | null;
  /** Whole paragraphs: broken lines and page breaks joined, the source taken off the last. */
  readonly paragraphs: readonly string[];
}

/** One issue of a bulletin (简报) as it was read; null stands for what is not printed. */
export interface Bulletin {
  /** 四川省地方志工作简报. */
  readonly series: string | null;
  readonly kind: BulletinKind | null;
  /** Printed with the number, else that of the date. */
  readonly year: number | null;
  /** Within the year; within its own row for a supplement. */
  readonly number: number | null;
  /** Running number (总第几期). */
  readonly total: number | null;
  /** 增刊: numbered apart. */
  readonly supplement: boolean;
  readonly office: string | null;
  /** Date of the head, YYYY-MM-DD. */
  readonly date: string | null;
  /** In the order they first appear, each once. */
  readonly columns: readonly string[];
  readonly items: readonly BulletinItem[];
  readonly disclosure: Disclosure | null;
  readonly recipients: Recipients;
  readonly printedBy: string | null;
  /** YYYY-MM-DD. */
  readonly printedOn: string | null;
  /** Print run (共印份数). */
  readonly copies: number | null;
  /** Who signed, edited and corrected it, remarks on the paper and the like (编务信息), as printed. */
  readonly credits: readonly string[];
  readonly candidates: Candidates;
  readonly problems: readonly Problem[];
}
