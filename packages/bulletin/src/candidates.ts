/** Where a candidate stands (出处): UTF-16 units within one paragraph of one item; `quote` is that slice. */
export interface Place {
  /** Index into `items`. */
  readonly item: number;
  /** Index into its `paragraphs`. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** One ordered point (要求): 一是…, （一）…, 聚焦…; its quote is the whole point up to the next one. */
export interface Demand extends Place {
  /** As printed: 一是, （二）, 3．, 聚焦抓落实; */
  readonly ordinal: string;
  /** From 1 within its row. */
  readonly rank: number;
  /** Who put it forward, as named in the sentence that announces the row; a name or 会议. */
  readonly by: string | null;
  /** How many the announcement speaks of: 提出五点意见 is 5. */
  readonly announced: number | null;
  readonly parts: readonly Demand[];
}

/** A person with the posts of that day (人员职务); the place is the first mention. */
export interface Person extends Place {
  /** As printed; 清华 for 清华书记. */
  readonly name: string;
  /** 彭清华, only where this issue or the dictionary of the office says so; the name itself when it is whole. */
  readonly fullName: string | null;
  /** 党组书记, 主任; empty for one who is named without a post. */
  readonly posts: readonly string[];
  /** The posts as printed before or after the name. */
  readonly post: string | null;
  /** Date of the issue that names the post, YYYY-MM-DD. */
  readonly asOf: string | null;
  readonly mentions: readonly Place[];
}

/** A work or document in 《》 (书名); the place is the first mention. */
export interface TitledWork extends Place {
  /** Without the outer marks, stray spaces of broken lines dropped. */
  readonly title: string;
  /** What follows —— within the marks. */
  readonly subtitle: string | null;
  readonly kind: 'work' | 'document' | 'periodical' | 'article';
  /** 以下简称…, 简称…. */
  readonly aliases: readonly string[];
  /** （暂名）, （暂定名）. */
  readonly provisional: boolean;
  readonly mentions: readonly Place[];
}

/** A figure (数据) with what it counts. */
export interface Figure extends Place {
  /** In the base unit: 4668.83万次 is 46688300. */
  readonly value: number;
  readonly unit: string;
  readonly printedUnit: string;
  /** Whose it is; null where it is not told. */
  readonly whose: string | null;
  /** What it counts. */
  readonly what: string | null;
  /** YYYY, YYYY-MM, YYYY-MM-DD or a span with ～. */
  readonly asOf: string | null;
  /** 口径. */
  readonly definition: string | null;
  readonly approximate: boolean;
}

/** Kinds of meetings (会议类别). */
export type MeetingKind =
  | 'study'
  | 'enlarged-study'
  | 'party-group'
  | 'work'
  | 'summary'
  | 'promotion'
  | 'training'
  | 'symposium'
  | 'investigation'
  | 'hearing'
  | 'relay'
  | 'other';

/** Levels that issue what a meeting relays (制发层级). */
export type IssuingLevel = 'central' | 'state' | 'province-committee' | 'province-government' | 'department' | 'other';

/** What was relayed (传达学习内容): a document, a speech or a meeting, by the words of the text. */
export interface RelayedDocument extends Place {
  readonly level: IssuingLevel;
  /** 传达学习 at the meeting, or 自学 before it. */
  readonly manner: 'relayed' | 'self-study';
}

/** Who attended (参会人员), rank by rank as printed; `names` is empty for a group such as 全体干部. */
export interface Attendance extends Place {
  readonly role: 'host' | 'speaker' | 'participant';
  readonly names: readonly string[];
}

/** A meeting that an item tells of (会议); the place is the clause that names it. */
export interface Meeting extends Place {
  readonly kind: MeetingKind;
  readonly title: string;
  /** Body that held it. */
  readonly host: string | null;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly documents: readonly RelayedDocument[];
  readonly attendance: readonly Attendance[];
}

/** What a person confirms of an issue (待确认内容), each with its place. */
export interface Candidates {
  readonly demands: readonly Demand[];
  readonly persons: readonly Person[];
  readonly works: readonly TitledWork[];
  readonly figures: readonly Figure[];
  readonly meetings: readonly Meeting[];
}
