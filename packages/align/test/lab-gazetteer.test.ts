import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { readManuscript } from '@xiuzhi/manuscript';
import { describe, expect, test } from 'vitest';

import { alignVolumes, decodeAlignment, encodeAlignment, makeFollower, type Side } from '../src/index.ts';
import { editGazetteer, printRow } from './edit-gazetteer.ts';

const lab = path.join(
  process.env['XIUZHI_LAB'] ?? path.join(import.meta.dirname, '../../../../shared/lab'),
  'gazetteers',
);
const hasLab = existsSync(lab);
if (!hasLab) console.log('lab test of the alignment skipped: no XIUZHI_LAB folder');

const textOf = ({ text, blocks }: Side, block: number) => text.slice(blocks[block]!.start, blocks[block]!.end);
const cpuTime = () => process.cpuUsage().user + process.cpuUsage().system;

describe.skipIf(!hasLab)('two revisions of a printed county gazetteer', () => {
  test('every edit is found, and nothing else is called changed', async () => {
    const name = readdirSync(lab).find((file) => file.endsWith('.md'))!;
    const { volume: before } = await readManuscript(readFileSync(path.join(lab, name)), name);
    const { after, rows, counts } = editGazetteer(before);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(800);
    const began = cpuTime();
    const alignment = alignVolumes(before, after);
    const aligned = cpuTime();
    const follow = makeFollower(alignment, before, after);
    const inRow = new Map(alignment.rows.map((row) => [row.before[0], row]));
    let wrong = 0;
    before.blocks.forEach(({ start, end }, block) => {
      const row = inRow.get(block);
      const place = follow({ start, end });
      if (row?.kind === 'same' && (place?.changed || place?.start !== after.blocks[row.after[0]!]!.start)) wrong += 1;
      // A row that was put behind a table is none of what stood in it.
      const isLonger = row?.kind === 'edited' && textOf(after, row.after[0]!).startsWith(`${textOf(before, block)}\n`);
      if (row?.kind === 'edited' && place?.changed === isLonger) wrong += 1;
      if (row?.kind === 'removed' && place) wrong += 1;
      if (row?.kind === 'split' && place?.changed !== false) wrong += 1;
    });
    const followed = cpuTime();
    console.log(
      `${before.text.length} characters in ${before.blocks.length} blocks, ${JSON.stringify(counts)}: aligned in ` +
        `${(aligned - began) / 1e6} CPU s, followed ${before.blocks.length} spans in ${(followed - aligned) / 1e6} CPU s`,
    );
    const found = alignment.rows.map((row) => printRow(row.kind, row.moved, row.before, row.after));
    expect(found.filter((row) => !rows.includes(row))).toEqual([]);
    expect(rows.filter((row) => !found.includes(row))).toEqual([]);
    expect(wrong).toBe(0);
    expect(decodeAlignment(encodeAlignment(alignment))).toEqual(alignment);
  }, 60_000);
});
