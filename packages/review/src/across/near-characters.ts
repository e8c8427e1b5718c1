import sounds from '../lexicons/name-sounds.json' with { type: 'json' };

const GROUPS = new Map<string, Set<number>>();
(sounds as readonly { readonly group: string }[]).forEach(({ group }, index) => {
  for (const character of group) {
    const groups = GROUPS.get(character);
    if (groups === undefined) GROUPS.set(character, new Set([index]));
    else groups.add(index);
  }
});

/** Whether two characters of a name are easily taken for each other (音近、形近): 林、琳. */
export function areNear(one: string, two: string): boolean {
  const groups = GROUPS.get(one);
  if (groups === undefined) return false;
  for (const group of GROUPS.get(two) ?? []) if (groups.has(group)) return true;
  return false;
}
