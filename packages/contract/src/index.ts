import './interpret-schemas.ts';

import { accounts } from './accounts.ts';
import { audit } from './audit.ts';
import { bulletins } from './bulletins.ts';
import { checks } from './checks.ts';
import { contributions } from './contributions.ts';
import { dispatches } from './dispatches.ts';
import { figures } from './figures.ts';
import { letters } from './letters.ts';
import { manuscripts } from './manuscripts.ts';
import { reviews } from './reviews.ts';
import { organisations } from './organisations.ts';
import { study } from './study.ts';
import { submissions } from './submissions.ts';
import { tasks } from './tasks.ts';
import { works } from './works.ts';

/** The wire (接口契约): every operation of every feature. The server validates with it; web and CLI are typed by it. */
export const contract = {
  accounts,
  organisations,
  works,
  manuscripts,
  reviews,
  figures,
  audit,
  submissions,
  contributions,
  letters,
  tasks,
  checks,
  bulletins,
  dispatches,
  study,
};

export { ACCOUNT_FILE_ROUTES, signInName } from './accounts.ts';
export type { ImportedPerson } from './accounts.ts';
export { backIssue } from './bulletin-archive.ts';
export { BULLETIN_FORMATS, BULLETIN_ROUTES, draftReceipt } from './bulletins.ts';
export { CHECK_ROUTES } from './checks.ts';
export { DISPATCH_ROUTES, dispatchDraft } from './dispatches.ts';
export { FIGURE_KIND_NAMES, FIGURE_ROUTES } from './figures.ts';
export { LETTER_ROUTES, replyReceipt } from './letters.ts';
export { FILE_ROUTES, MAX_UPLOAD } from './manuscripts.ts';
export type { ImportReportOutput } from './manuscripts.ts';
export { FAULTS, REFUSALS, refuses } from './refusals.ts';
export type { RefusalCode } from './refusals.ts';
export { EXPORT_CHOICES } from './reviews.ts';
export { MOST_WORDS, WORD_KIND_NAMES, WORD_ROUTES } from './works.ts';
