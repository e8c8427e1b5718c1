import type { Choice } from './use-decisions.ts';

/** What a card may ask of the page. */
export interface CardActions {
  select: (seq: number) => void;
  decide: (seq: number, choice: Choice) => void;
  decideAlike: (seq: number) => void;
  /** Not raised in this work any more: these words, or the whole rule. */
  suppress: (seq: number, scope: 'quote' | 'rule') => void;
  openOpinion: (seq: number | null) => void;
  showPlace: (start: number, end: number) => void;
}
