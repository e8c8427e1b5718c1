const SHOWN = 12;

/** The parts of a sum in office form (算式): `122＋456`; a long list keeps its head and tail. */
export function listParts(parts: readonly string[]): string {
  if (parts.length <= SHOWN) return parts.join('＋');
  return `${parts.slice(0, 5).join('＋')}＋……＋${parts[parts.length - 1]}（共${parts.length}项）`;
}
