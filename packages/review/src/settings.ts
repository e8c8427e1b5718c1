import type { HouseStyle } from './house-style.ts';
import type { Volume } from './volume.ts';

/** What a word of the work's own dictionary is (词类): 人名、机构、地名、用语. */
export const WORD_KINDS = ['person', 'institution', 'place', 'term'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** One word of the work's own dictionary (词库条目): right as it stands, from and to these years. */
export interface DictionaryWord {
  readonly word: string;
  readonly kind: WordKind;
  /** Other ways it has been written, which are to be pointed out (误写). */
  readonly wrong?: readonly string[];
  /** First and last year the name was in use; open where absent. */
  readonly from?: number;
  readonly to?: number;
  /** What it was called before or after: 县农业局 → 县农业农村局. */
  readonly successor?: string;
}

/** Two printed figures an editor has judged (数据认定): keys as `keyOfFigure` prints them. */
export interface FigureVerdict {
  readonly keys: readonly [string, string];
  readonly verdict: 'same' | 'differentDefinition';
}

/** Settings of a work (项目设置) that the review goes by; a rule that needs what is not given keeps silent. */
export interface Settings {
  /** 记述年份 of a yearbook, a year before that of its volume number. */
  readonly recordedYear?: number;
  /** 断限 of a gazetteer, both years included. */
  readonly period?: { readonly from: number; readonly to: number };
  /** 本地名称, as 甲县. */
  readonly place?: string;
  /** Ways of writing the office has settled (统一写法); the majority of the book where not given. */
  readonly houseStyle?: HouseStyle;
  readonly dictionary?: readonly DictionaryWord[];
  /** Last year's book (上卷), for bases and copied passages. */
  readonly previous?: Volume;
  readonly verdicts?: readonly FigureVerdict[];
}
