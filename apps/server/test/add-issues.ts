import { randomUUID } from 'node:crypto';

import type { IssueState } from '@xiuzhi/domain';

import type { Database } from '../src/db/open-database.ts';

/** An issue of a test. */
export interface TestIssue {
  readonly state?: IssueState;
  readonly year?: number | null;
  readonly number?: number | null;
  readonly total?: number | null;
  readonly issuedOn?: string | null;
  readonly items: readonly { readonly title: string; readonly body: string; readonly source?: string }[];
}

/** Adds a series of the office with this path or id; its id. */
export async function addSeries(
  db: Database,
  office: string,
  series: { readonly name?: string; readonly circulated?: boolean } = {},
): Promise<string> {
  const { id: officeId } = await db
    .selectFrom('organisation')
    .select('id')
    .where(office.endsWith('/') ? 'path' : 'id', '=', office)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await db
    .insertInto('bulletin_series')
    .values({
      id,
      organisation_id: officeId,
      kind: 'work',
      name: series.name ?? `甲市地方志工作简报${id.slice(0, 4)}`,
      issuer: '甲市地方志办公室',
      columns: ['特别关注', '区县动态'],
      source_line: true,
      intake: true,
      circulated: series.circulated ?? false,
      printed_by: '甲市地方志办公室',
      copies: 20,
    })
    .execute();
  return id;
}

/** Adds issues to a series; the ids of their items in order. */
export async function addIssues(db: Database, seriesId: string, issues: readonly TestIssue[]): Promise<string[]> {
  const placed = issues.map((issue) => ({
    ...issue,
    id: randomUUID(),
    items: issue.items.map((item) => ({ ...item, id: randomUUID() })),
  }));
  await db
    .insertInto('bulletin_issue')
    .values(
      placed.map(({ id, state = 'signed', year, number, total, issuedOn }) => ({
        id,
        series_id: seriesId,
        state,
        year: year ?? null,
        number: number ?? null,
        total: total ?? null,
        issued_on: issuedOn ?? null,
        issuer: '甲市地方志办公室',
        printed_by: '甲市地方志办公室',
        signed_at: state === 'signed' ? new Date('2026-11-20T00:00:00Z') : null,
      })),
    )
    .execute();
  const items = placed.flatMap((issue) =>
    issue.items.map((item, at) => ({
      id: item.id,
      issue_id: issue.id,
      position: at + 1,
      title: item.title,
      body: item.body,
      source: item.source ?? null,
      first_title: item.title,
      first_body: item.body,
    })),
  );
  if (items.length > 0) await db.insertInto('bulletin_item').values(items).execute();
  return items.map(({ id }) => id);
}
