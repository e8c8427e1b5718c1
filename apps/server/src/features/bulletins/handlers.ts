import { seriesHandlers } from './series-handlers.ts';

/** Bulletins (简报): series, issues from draft to signing, back issues, facts, search. */
export const bulletinsHandlers = {
  ...seriesHandlers,
};
