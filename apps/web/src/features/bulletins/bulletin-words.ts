import { ISSUE_STATE_NAMES, printIssueNumber, SERIES_KIND_NAMES, type IssueState } from '@xiuzhi/domain';

import type { Outputs } from '../../api.ts';
import { formatDay } from '../../ui/format-day.ts';

/** Series (刊物), an issue in a list, and an issue in full, as they come over the wire. */
export type Series = Outputs['bulletins']['listSeries'][number];
export type Issue = Outputs['bulletins']['list']['items'][number];
export type IssueInFull = Outputs['bulletins']['get'];
export type Item = IssueInFull['bulletinItems'][number];
export type Recipients = IssueInFull['recipients'];

/** What a person edits of an item. */
export type ItemFields = Pick<Item, 'column' | 'title' | 'subtitle' | 'body' | 'source'>;

/** Problem of a file that was read. */
export interface FileProblem {
  code: string;
  message: string;
  severity: 'refuse' | 'ask';
}

/** An issue's name in lists and headings (期的称呼): 第12期（总第88期）, or what kind of draft it is. */
export function nameIssue(issue: Pick<Issue, 'number' | 'total' | 'supplement' | 'issuedOn' | 'state'>): string {
  const number = printIssueNumber(issue);
  if (number) return number;
  if (issue.state === 'signed') return issue.issuedOn ? formatDay(issue.issuedOn) : '（无期号）';
  return issue.supplement ? '增刊（草稿）' : '草稿';
}

/** What comes next for an issue (下一步), for whoever looks down the list. */
export function describeNext(state: IssueState): string {
  return {
    draft: '编好后送核稿',
    checking: '请核稿人核稿',
    signing: '请办理保密审查、签发',
    signed: '已签发',
  }[state];
}

/** Name of a state and of a kind (状态、种类名称). */
export const nameState = (state: IssueState): string => ISSUE_STATE_NAMES[state];
export const nameKind = (kind: Series['kind']): string => SERIES_KIND_NAMES[kind];

/** The fields of an item that a person edits. */
export function fieldsOf({ column, title, subtitle, body, source }: ItemFields): ItemFields {
  return { column, title, subtitle, body, source };
}

/** Whether two versions of an item say the same. */
export function saysSame(one: ItemFields, other: ItemFields): boolean {
  return (['column', 'title', 'subtitle', 'body', 'source'] as const).every(
    (field) => (one[field] ?? '') === (other[field] ?? ''),
  );
}

/** Title of an item that was just added by hand (待填题名); an issue that still has one is not handed over. */
export const NEW_TITLE = '（题名）';
