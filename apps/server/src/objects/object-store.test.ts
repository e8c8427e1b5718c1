import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { openFileStore, sweepDrafts } from './object-store.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-objects-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('removes what a killed process left half written, and nothing else', async () => {
  const store = openFileStore(folder);
  const sha256 = await store.put(Buffer.from('乙县志'));
  const place = path.join(folder, sha256.slice(0, 2));
  const draftOf = (last: string) => `${sha256}.00000000-0000-0000-0000-00000000000${last}`;
  for (const name of [draftOf('1'), draftOf('2')]) writeFileSync(path.join(place, name), '乙');
  for (const name of [draftOf('1'), sha256]) utimesSync(path.join(place, name), 0, 0);
  await sweepDrafts(folder);
  expect(readdirSync(place).sort()).toEqual([sha256, draftOf('2')]);
  expect((await store.get(sha256)).toString()).toBe('乙县志');
  await sweepDrafts(path.join(folder, 'not there yet'));
});
