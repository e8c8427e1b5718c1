import { REFUSALS } from '@xiuzhi/contract';
import { FAMILY_NAMES } from '@xiuzhi/review';
import { Link } from 'react-router';

import type { Letter } from './letter-words.ts';

/** What stands before a signature (签发前须看): the findings that are looked at one by one, and the way to them. */
export function LookFirst({ letter }: { letter: Pick<Letter, 'revisionId' | 'unseen'> }) {
  const to = (family: string) => `/revisions/${letter.revisionId}?family=${family}`;
  return (
    <span data-testid="look-first">
      {letter.unseen > 0
        ? `还有 ${letter.unseen} 条涉及政治表述或保密的疑点没有逐条看过，看完并处理后才能签发。`
        : REFUSALS.LOOK_FIRST.message}{' '}
      去审读页查看：
      <Link to={to('political')} data-testid="look-political">
        {FAMILY_NAMES.political}
      </Link>
      、
      <Link to={to('secrecy')} data-testid="look-secrecy">
        {FAMILY_NAMES.secrecy}
      </Link>
    </span>
  );
}
