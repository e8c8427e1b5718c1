import { lowerBound } from './finding-index.ts';

/** The listed finding after (`step` 1) or before (-1) the selected one, which need not be listed itself; null at the end. */
export function stepFinding(seqs: readonly number[], selected: number | null, step: 1 | -1): number | null {
  if (selected === null) return (step === 1 ? seqs[0] : seqs[seqs.length - 1]) ?? null;
  const at = lowerBound(seqs, selected);
  if (step === -1) return seqs[at - 1] ?? null;
  return seqs[seqs[at] === selected ? at + 1 : at] ?? null;
}

/** The next undecided finding of the list after `selected`, starting over at the end of the book; null when none is left. */
export function nextUndecided(
  seqs: readonly number[],
  decisions: readonly number[],
  selected: number | null,
): number | null {
  const from = selected === null ? 0 : lowerBound(seqs, selected + 1);
  for (let offset = 0; offset < seqs.length; offset++) {
    const seq = seqs[(from + offset) % seqs.length]!;
    if (seq !== selected && decisions[seq] === -1) return seq;
  }
  return null;
}

/** The list with the selected finding in it, even where the filter leaves it out: what is selected can always be read. */
export function withSelected(seqs: readonly number[], selected: number | null): readonly number[] {
  if (selected === null) return seqs;
  const at = lowerBound(seqs, selected);
  return seqs[at] === selected ? seqs : [...seqs.slice(0, at), selected, ...seqs.slice(at)];
}
