export type { AlignedRow, Alignment, RowKind } from './alignment.ts';
export { alignVolumes } from './align-volumes.ts';
export { decodeAlignment, encodeAlignment } from './encode-alignment.ts';
export { diffWords, type Change } from './diff-words.ts';
export { followSpan, makeFollower, type Place } from './make-follower.ts';
export type { Span } from './read-characters.ts';
export type { Side, SideBlock, SideCell, SideNode, SideTable } from './side.ts';
