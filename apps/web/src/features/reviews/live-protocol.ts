import type { Finding, Preset } from '@xiuzhi/review';

/** What the page asks of the reviewing thread (随写随审): the whole text, or one line that has changed. */
export type LiveRequest =
  | {
      readonly kind: 'open';
      readonly version: number;
      readonly text: string;
      readonly preset: Preset;
      readonly year: number | null;
    }
  | { readonly kind: 'line'; readonly version: number; readonly line: number; readonly text: string };

/** What it answers: the findings of a changed line at once, and those of the whole text a moment later. */
export type LiveAnswer =
  | {
      readonly kind: 'line';
      readonly version: number;
      /** The line `[start, end)` as it stands now; findings outside it have only moved by `by`. */
      readonly start: number;
      readonly end: number;
      readonly by: number;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'text'; readonly version: number; readonly findings: readonly Finding[] };
