import { accounts } from './accounts.ts';
import { audit } from './audit.ts';
import { manuscripts } from './manuscripts.ts';
import { reviews } from './reviews.ts';
import { works } from './works.ts';

/** The wire (接口契约): every operation of every feature. The server validates with it; web and CLI are typed by it. */
export const contract = { accounts, works, manuscripts, reviews, audit };

export { FILE_ROUTES } from './manuscripts.ts';
export { FAULTS, REFUSALS, refuses } from './refusals.ts';
export type { RefusalCode } from './refusals.ts';
export { EXPORT_CHOICES } from './reviews.ts';
