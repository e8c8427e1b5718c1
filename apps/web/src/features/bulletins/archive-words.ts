import { printIssueNumber } from '@xiuzhi/domain';

import type { Outputs } from '../../api.ts';
import { formatDay } from '../../ui/format-day.ts';

/** File of a back issue (往期文件) in a list and in full, a hit of the search, a fact, as they come over the wire. */
export type BackIssue = Outputs['bulletins']['listBackIssues']['items'][number];
export type BackIssueInFull = Outputs['bulletins']['getBackIssue'];
export type ReadIssue = BackIssueInFull['read'];
export type Hit = Outputs['bulletins']['search']['items'][number];
export type Fact = Outputs['bulletins']['listFacts']['items'][number];

/** What a file is of (哪一期): 2026年第12期（总第88期）, its day where it bears no number. */
export function namePast(issue: {
  year: number | null;
  number: number | null;
  total: number | null;
  supplement: boolean;
  issuedOn: string | null;
}): string {
  const number = printIssueNumber(issue);
  if (number) return `${issue.number !== null && issue.year !== null ? `${issue.year}年` : ''}${number}`;
  return issue.issuedOn ? formatDay(issue.issuedOn) : '（未读到期号）';
}
