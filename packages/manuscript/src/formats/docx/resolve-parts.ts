import type { XmlHandler } from './parse-xml.ts';

/** Names of the parts a document consists of (部件名). */
export interface DocumentParts {
  readonly document: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly headersAndFooters: readonly string[];
  /** Texts of SmartArt and charts. */
  readonly drawings: readonly string[];
}

/** Relationship of a package part: kind is the last word of its type, target a part name. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** Collects the relationships of a `.rels` part into `found`; targets are resolved against the folder of the owner. */
export function relationshipHandler(folder: string, found: Relationship[]): XmlHandler {
  return {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const kind = (attributes['Type'] ?? '').replace(/.*\//, '');
      found.push({ id: attributes['Id'] ?? '', kind, target: resolveTarget(folder, attributes['Target'] ?? '') });
    },
  };
}

/** Name of the relationships part of a part. */
export function relationshipsOf(part: string): string {
  return part.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);
}

/** The parts of a document by its relationships; only names that are in the package. */
export function resolveParts(
  document: string,
  relationships: readonly Relationship[],
  names: ReadonlySet<string>,
): DocumentParts {
  const target = (kind: string) =>
    relationships.find((relationship) => relationship.kind === kind && names.has(relationship.target))?.target;
  const targets = (...kinds: readonly string[]) =>
    relationships
      .filter(({ kind, target }) => kinds.includes(kind) && names.has(target))
      .map((relationship) => relationship.target);
  return {
    document,
    styles: target('styles'),
    numbering: target('numbering'),
    footnotes: target('footnotes'),
    endnotes: target('endnotes'),
    comments: target('comments'),
    headersAndFooters: targets('header', 'footer'),
    drawings: targets('diagramData', 'chart'),
  };
}

function resolveTarget(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
