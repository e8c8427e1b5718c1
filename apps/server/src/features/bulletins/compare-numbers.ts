import { printIssueNumber } from '@xiuzhi/domain';

import type { ReadHead, ReadProblem } from './read-back-issue.ts';

/** An issue whose numbers are known. */
export interface NumberedIssue {
  readonly supplement: boolean;
  readonly year: number | null;
  readonly number: number | null;
  readonly total: number | null;
  readonly issued_on: string | null;
}

/**
 * What in the numbers of a file does not go with the issues of its series (核对期号): a number or running number that is there
 * already, a running number or a day that goes back.
 */
export function compareNumbers(head: ReadHead, issues: readonly NumberedIssue[]): ReadProblem[] {
  const problems: ReadProblem[] = [];
  const ask = (code: string, message: string) => problems.push({ code, message, severity: 'ask' });
  const { year, number, total, supplement, issuedOn } = head;
  const name = (issue: NumberedIssue) => `${issue.year ?? ''}年${printIssueNumber(issue)}`;
  const row = issues.filter((one) => one.supplement === supplement && one.year !== null && one.number !== null);
  const same = row.find((one) => one.year === year && one.number === number);
  if (same) ask('number-taken', `该刊物已有${name(same)}，请核对是否重复导入，或期号有误。`);
  const sameTotal = total === null ? undefined : issues.find((one) => one.total === total);
  if (sameTotal && sameTotal !== same) ask('total-taken', `总第${total}期已是${name(sameTotal)}的，请核对总期号。`);
  if (year === null || number === null) return problems;
  const order = (one: NumberedIssue) => (one.year! - year) * 100_000 + (one.number! - number);
  const earlier = row.filter((one) => order(one) < 0).sort((a, b) => order(b) - order(a));
  const later = row.filter((one) => order(one) > 0).sort((a, b) => order(a) - order(b));
  if (total !== null && !sameTotal) {
    const before = earlier.find((one) => one.total !== null);
    const after = later.find((one) => one.total !== null);
    if (before && before.total! > total)
      ask('total-back', `总第${total}期小于此前${name(before)}的总期号，总期号不应回退，请对照两期的原件。`);
    else if (after && after.total! < total)
      ask('total-back', `总第${total}期大于此后${name(after)}的总期号，总期号不应回退，请对照两期的原件。`);
    else {
      const odd = same
        ? undefined
        : row.find((one) => one.year === year && one.total !== null && one.total - one.number! !== total - number);
      if (odd) ask('base-disagrees', `期号与总期号之差与${name(odd)}不一致，中间可能漏编或重编，请核对。`);
    }
  }
  if (issuedOn !== null) {
    const before = earlier.find((one) => one.issued_on !== null);
    const after = later.find((one) => one.issued_on !== null);
    if (before && before.issued_on! > issuedOn)
      ask('date-back', `日期早于此前的${name(before)}（${before.issued_on}），请核对。`);
    else if (after && after.issued_on! < issuedOn)
      ask('date-back', `日期晚于此后的${name(after)}（${after.issued_on}），请核对。`);
  }
  return problems;
}
