import { answer } from '../../jobs/child-answer.ts';
import { compareRevisions, type Comparison, type ComparisonInput } from './compare-revisions.ts';

await answer<ComparisonInput, Comparison>(async (input) => compareRevisions(input));
