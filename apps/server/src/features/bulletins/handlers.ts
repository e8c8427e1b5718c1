import { archiveHandlers } from './archive-handlers.ts';
import { issueHandlers } from './issue-handlers.ts';
import { itemHandlers } from './item-handlers.ts';
import { seriesHandlers } from './series-handlers.ts';
import { signOffHandlers } from './sign-off-handlers.ts';
import { signOffPeopleHandlers } from './sign-off-people-handlers.ts';

/** Bulletins (简报): series, issues from draft to signing, back issues, facts, search. */
export const bulletinsHandlers = {
  ...seriesHandlers,
  ...issueHandlers,
  ...itemHandlers,
  ...signOffPeopleHandlers,
  ...signOffHandlers,
  ...archiveHandlers,
};
