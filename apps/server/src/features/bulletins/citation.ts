import { printIssueNumber } from '@xiuzhi/domain';

/** What a citation needs of an issue; `series_name` is that of its day. */
export interface CitedIssue {
  readonly series_name: string;
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  readonly supplement: boolean;
  readonly issued_on: string | null;
}

/** An issue as people cite it (引用): 《甲市地方志工作简报》2026年第12期（总第88期），2026年11月20日. */
export function citeIssue(issue: CitedIssue): string {
  const number = printIssueNumber(issue);
  const year = number !== '' && issue.number !== null && issue.year !== null ? `${issue.year}年` : '';
  const day = issue.issued_on && issue.issued_on.split('-').map(Number);
  const date = day ? `${day[0]}年${day[1]}月${day[2]}日` : '';
  return [`《${issue.series_name}》${year}${number}`, date].filter((part) => part !== '').join('，');
}
