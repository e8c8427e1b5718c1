import { signInName, type ImportedPerson } from '@xiuzhi/contract';
import { ROLE_NAMES, ROLES, type Role } from '@xiuzhi/domain';
import { sql } from 'kysely';

import type { Database, Tx } from '../../db/open-database.ts';
import { TODAY } from '../../db/today.ts';
import { reach, type Caller } from '../../http/context.ts';
import { normaliseName } from './normalise-name.ts';
import { mayGrant } from './person-scope.ts';
import type { PersonLine } from './read-persons-sheet.ts';

/** A line with what it comes to; the ids only where there is no problem. */
export interface PlannedPerson {
  readonly shown: ImportedPerson;
  readonly organisationId: string;
  readonly officePath: string;
  readonly role: Role;
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly organisationPath: string;
  readonly officePath: string;
  /** Names of those above, the highest first. */
  readonly above: readonly string[];
}

/**
 * What an import (导入人员) would do, line by line, or why not. A name twice in the sheet is one person with two posts, if
 * the person is called the same; everything else that is there twice is a problem.
 */
export async function planImport(
  db: Database | Tx,
  caller: Caller,
  lines: readonly PersonLine[],
): Promise<PlannedPerson[]> {
  const typed = lines.map((line) => ({
    ...line,
    displayName: line.displayName.normalize('NFC'),
    name: normaliseName(line.name),
    parts: line.organisation.split(/[/／]/).map((part) => part.trim()),
  }));
  const found = await findOrganisations(db, caller, new Set(typed.map(({ parts }) => parts.at(-1)!)));
  const taken = await findTaken(db, new Set(typed.map(({ name }) => name)));
  const { rows } = await sql<{ today: string }>`select ${TODAY}::text as today`.execute(db);
  const seen: { line: number; displayName: string; name: string; organisationId: string; role: Role }[] = [];
  return typed.map(({ parts, ...line }) => {
    const since = line.since === '' ? rows[0]!.today : readDay(line.since);
    const role = ROLES.find((one) => ROLE_NAMES[one] === line.role);
    const matches = found.filter((one) => isCalled(one, parts));
    const [place] = matches;
    const twin = seen.find(({ name }) => name === line.name);
    const problem =
      describeName(line.displayName, line.name) ??
      (taken.has(line.name) ? `用户名“${line.name}”已被使用，请换一个。` : null) ??
      describePlace(line.organisation, matches) ??
      (role ? null : `没有“${line.role}”这种岗位，可填：${ROLES.map((one) => ROLE_NAMES[one]).join('、')}。`) ??
      (line.title.length <= 40 ? null : '职务不能超过 40 个字符。') ??
      (since ? null : `“${line.since}”不是日期，请按 2024-01-31 的样子填写。`) ??
      (mayGrant(caller, role!, place!) ? null : `您不能在这个单位授予“${line.role}”，请由该单位的管理员办理。`) ??
      (twin && twin.displayName !== line.displayName ? `与第 ${twin.line} 行用户名相同，姓名不同。` : null) ??
      describeTwin(seen, { ...line, organisationId: place!.id, role: role! });
    if (!problem) seen.push({ ...line, organisationId: place!.id, role: role! });
    return {
      shown: {
        ...line,
        organisation: place?.name ?? line.organisation,
        since: since ?? line.since,
        outcome: problem ? null : twin ? 'post' : 'person',
        problem,
      },
      organisationId: place?.id ?? '',
      officePath: place?.officePath ?? '',
      role: role ?? 'reader',
    };
  });
}

function describeName(displayName: string, name: string): string | null {
  if (displayName === '') return '没有填写姓名。';
  if (displayName.length > 40) return '姓名不能超过 40 个字符。';
  if (name === '') return '没有填写用户名。';
  return signInName.safeParse(name).success ? null : '用户名为 2 至 40 个汉字、字母或数字。';
}

function describePlace(typed: string, matches: readonly Found[]): string | null {
  if (typed === '') return '没有填写单位。';
  if (matches.length === 0) return `没有“${typed}”这个单位，或不在您的管理范围内。`;
  return matches.length === 1 ? null : `有 ${matches.length} 个单位叫“${typed}”，请写明上级，如“甲市方志办/${typed}”。`;
}

function describeTwin(
  seen: readonly { line: number; name: string; organisationId: string; role: Role }[],
  line: { name: string; organisationId: string; role: Role },
): string | null {
  const same = seen.find(
    (one) => one.name === line.name && one.organisationId === line.organisationId && one.role === line.role,
  );
  return same ? `与第 ${same.line} 行重复。` : null;
}

/** Whether the typed names end with its own and name, in order, some of those above it. */
function isCalled({ name, above }: Found, parts: readonly string[]): boolean {
  if (parts.at(-1) !== name) return false;
  let from = 0;
  return parts.slice(0, -1).every((part) => {
    const at = above.indexOf(part, from);
    from = at + 1;
    return at >= 0;
  });
}

async function findOrganisations(db: Database | Tx, caller: Caller, names: ReadonlySet<string>): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select o.id, o.name, o.path as "organisationPath", o.office_path as "officePath",
      array(select a.name from organisation a where starts_with(o.path, a.path) and a.id <> o.id order by length(a.path))
        as above
    from organisation o
    where o.name = any(${[...names]}::text[]) and o.ended_on is null
      and exists (select from unnest(${[...reach(caller, 'accounts.manage')]}::text[]) as p where starts_with(o.path, p))
    order by o.path`.execute(db);
  return rows;
}

async function findTaken(db: Database | Tx, names: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select name from person where name = any(${[...names]}::text[])`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

/** A day as offices write it (2024-01-31、2024/1/31、2024.1.31、2024年1月31日、20240131), or the number Excel keeps. */
function readDay(typed: string): string | null {
  if (/^\d{5}$/.test(typed)) return new Date(Date.UTC(1899, 11, 30 + Number(typed))).toISOString().slice(0, 10);
  const match =
    /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return exists ? date.toISOString().slice(0, 10) : null;
}
