import type { OrganisationKind } from '@xiuzhi/domain';

/** An organisation as the oracle knows it: what hangs at what, and not a single path. */
export interface Place {
  readonly id: string;
  readonly kind: OrganisationKind;
  parent: Place | null;
}

/** Whose business a place does: a unit its parent's, a Party branch that of the committee above it. */
export function officeOf(place: Place): Place {
  const shares =
    place.kind === 'internalUnit' || (place.kind === 'partyOrganisation' && place.parent?.kind === 'partyOrganisation');
  return shares ? officeOf(place.parent!) : place;
}

export const isWithin = (place: Place | null, top: Place): boolean =>
  place !== null && (place === top || isWithin(place.parent, top));
