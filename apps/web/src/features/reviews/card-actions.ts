import type { Decision } from '@xiuzhi/domain';

/** What a card may ask of the page. */
export interface CardActions {
  select: (seq: number) => void;
  decide: (seq: number, decision: Decision | null, wording: string | null) => void;
  decideAlike: (seq: number) => void;
  openOpinion: (seq: number | null) => void;
  showPlace: (start: number, end: number) => void;
}
