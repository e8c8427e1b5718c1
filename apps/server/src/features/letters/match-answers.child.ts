import { answer } from '../../jobs/child-answer.ts';
import type { ReadAnswers } from './letter-paper.ts';
import { matchAnswers } from './match-answers.ts';
import type { MatchInput } from './receive-reply.ts';

await answer<MatchInput, ReadAnswers>(async ({ read, lines }) => matchAnswers(read, lines));
