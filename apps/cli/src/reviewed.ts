import type { Finding } from '@xiuzhi/review';

import type { Input } from './read-input.ts';

/** One input with its findings (审校结果), in text order. */
export interface Reviewed {
  readonly input: Input;
  readonly findings: readonly Finding[];
}
