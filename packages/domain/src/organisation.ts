import type { OrganisationTree } from './permission.ts';

/** Kinds of organisation (机构): offices and what hangs at them, Party organisations, partner organisations. */
export const ORGANISATION_KINDS = [
  'office',
  'internalUnit',
  'affiliatedInstitution',
  'partyOrganisation',
  'partner',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Chinese names of the kinds, as the interface shows them. */
export const ORGANISATION_KIND_NAMES: Record<OrganisationKind, string> = {
  office: '地方志工作机构',
  internalUnit: '处室',
  affiliatedInstitution: '直属单位',
  partyOrganisation: '党组织',
  partner: '协作单位',
};

/** What may hang at what. A partner is no part of the tree: nothing hangs at it. */
const PARENTS: Record<OrganisationKind, readonly OrganisationKind[]> = {
  office: ['office'],
  internalUnit: ['office', 'affiliatedInstitution', 'internalUnit'],
  affiliatedInstitution: ['office'],
  partyOrganisation: ['office', 'affiliatedInstitution', 'partyOrganisation'],
  partner: ['office'],
};

/** Whether an organisation of this kind may be set up below one of that kind. */
export function mayHang(kind: OrganisationKind, parent: OrganisationKind): boolean {
  return PARENTS[kind].includes(parent);
}

/** The tree that a kind belongs to. */
export function treeOf(kind: OrganisationKind): OrganisationTree {
  return kind === 'partyOrganisation' ? 'party' : 'office';
}

/**
 * The office path (所属单位) of an organisation at `path`: whose business it does. Internal units do their parent's; a
 * Party organisation that of the topmost Party organisation above it, never that of the office it hangs at.
 */
export function officePathOf(
  kind: OrganisationKind,
  path: string,
  parent: { readonly kind: OrganisationKind; readonly officePath: string },
): string {
  const shares = kind === 'internalUnit' || (kind === 'partyOrganisation' && parent.kind === 'partyOrganisation');
  return shares ? parent.officePath : path;
}
