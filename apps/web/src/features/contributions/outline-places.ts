import type { Outputs } from '../../api.ts';

type Nodes = Outputs['manuscripts']['outline']['nodes'];

/** What stands between the titles of a place, as the wire has it. */
const SEPARATOR = ' › ';
const DEEPEST = 2;

/** Heading to choose (可选篇目): `value` is its place on the wire. */
export interface Place {
  value: string;
  title: string;
  children: Place[];
}

/** The headings of a book down to the second level (篇目), each with the titles from the top down as its place. */
export function outlinePlaces(nodes: Nodes): Place[] {
  const roots: Place[] = [];
  const made: ({ place: Place; depth: number } | null)[] = [];
  nodes.forEach((node) => {
    const parent = node.parent >= 0 ? made[node.parent] : null;
    // The book itself and headings without words add nothing to a place.
    if (node.level === 0 || !node.title) {
      made.push(parent ?? null);
      return;
    }
    const value = parent ? parent.place.value + SEPARATOR + node.title : node.title;
    const depth = (parent?.depth ?? 0) + 1;
    const place: Place = { value, title: node.title, children: [] };
    made.push({ place, depth });
    if (depth > DEEPEST) return;
    const siblings = parent ? parent.place.children : roots;
    // Headings of the same words at the same place are one place.
    if (!siblings.some((sibling) => sibling.value === value)) siblings.push(place);
  });
  return roots;
}
