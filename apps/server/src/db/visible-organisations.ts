import type { Standing } from '@xiuzhi/domain';
import { sql, type RawBuilder } from 'kysely';

/**
 * Whether somebody with these posts sees the organisation of the alias `o` (可见机构). Offices and their units are no
 * secret; Party organisations and partners are seen from their own office and from above; a partner sees itself alone.
 */
export function visibleTo(standings: readonly Standing[]): RawBuilder<boolean> {
  const paths = [...new Set(standings.map((standing) => standing.officePath))];
  return sql<boolean>`(exists (select from unnest(${paths}::text[]) as seen where starts_with(o.path, seen))
    or (o.kind not in ('partyOrganisation', 'partner') and (${paths.length === 0}::boolean
      or exists (select from organisation h where h.path = any(${paths}::text[]) and h.kind <> 'partner'))))`;
}
