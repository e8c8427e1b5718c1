import { ROW_KINDS, type AlignedRow, type Alignment } from './alignment.ts';

const VERSION = 1;
/** No book has so many blocks or nodes; a few bytes shall not ask for all memory. */
const MOST = 4_000_000;
const RUN = 12;

/**
 * Packs an alignment (对齐) for storing with the revision. Numbers are packed seven bits a byte, as differences from the
 * number expected; rows that go on where the last one ended are one entry with their count.
 */
export function encodeAlignment({ rows, nodes }: Alignment): Uint8Array {
  const bytes: number[] = [VERSION];
  const write = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  const writeSigned = (value: number) => write(value < 0 ? -2 * value - 1 : 2 * value);
  write(nodes.length);
  nodes.forEach((node, index) => writeSigned(node - (index === 0 ? 0 : nodes[index - 1]! + 1)));
  write(rows.length);
  let [nextBefore, nextAfter] = [0, 0];
  for (let index = 0; index < rows.length;) {
    let run = 0;
    while (isPlain(rows[index + run], nextBefore + run, nextAfter + run)) run += 1;
    if (run > 0) {
      write(RUN);
      write(run);
      [nextBefore, nextAfter, index] = [nextBefore + run, nextAfter + run, index + run];
      continue;
    }
    const { kind, moved, before, after } = rows[index]!;
    write(ROW_KINDS.indexOf(kind) * 2 + Number(moved));
    write(before.length);
    write(after.length);
    for (const block of before) {
      writeSigned(block - nextBefore);
      nextBefore = block + 1;
    }
    for (const block of after) {
      writeSigned(block - nextAfter);
      nextAfter = block + 1;
    }
    index += 1;
  }
  return Uint8Array.from(bytes);
}

function isPlain(row: AlignedRow | undefined, before: number, after: number): boolean {
  return (
    row !== undefined &&
    row.kind === 'same' &&
    !row.moved &&
    row.before.length === 1 &&
    row.after.length === 1 &&
    row.before[0] === before &&
    row.after[0] === after
  );
}

/** Unpacks an alignment (对齐); RangeError for bytes that `encodeAlignment` did not write. */
export function decodeAlignment(bytes: Uint8Array): Alignment {
  const refuse = (): never => {
    throw new RangeError('these bytes are no alignment of this version');
  };
  let at = 0;
  const read = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined || factor > 2 ** 28) return refuse();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  const readCount = () => {
    const count = read();
    return count <= MOST ? count : refuse();
  };
  const readSigned = () => {
    const value = read();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  if (read() !== VERSION) refuse();
  const nodes: number[] = [];
  for (let left = readCount(), last = -1; left > 0; left -= 1) {
    const node = last + 1 + readSigned();
    if (node < -1 || node > MOST) refuse();
    nodes.push((last = node));
  }
  const rows: AlignedRow[] = [];
  const count = readCount();
  let [nextBefore, nextAfter] = [0, 0];
  while (rows.length < count) {
    const code = read();
    if (code > RUN) refuse();
    if (code === RUN) {
      const run = readCount();
      if (run === 0 || run > count - rows.length) refuse();
      for (let left = run; left > 0; left -= 1) {
        rows.push({ kind: 'same', moved: false, before: [nextBefore++], after: [nextAfter++] });
      }
      continue;
    }
    const [ofBefore, ofAfter] = [readCount(), readCount()];
    const readBlocks = (length: number, first: number) => {
      const blocks: number[] = [];
      for (let next = first; blocks.length < length; next += 1) {
        next += readSigned();
        if (next < 0 || next > MOST) refuse();
        blocks.push(next);
      }
      return blocks;
    };
    const before = readBlocks(ofBefore, nextBefore);
    const after = readBlocks(ofAfter, nextAfter);
    rows.push({ kind: ROW_KINDS[code >> 1]!, moved: code % 2 === 1, before, after });
    nextBefore = (before[before.length - 1] ?? nextBefore - 1) + 1;
    nextAfter = (after[after.length - 1] ?? nextAfter - 1) + 1;
  }
  return at === bytes.length ? { rows, nodes } : refuse();
}
