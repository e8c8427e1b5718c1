import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runChild } from './run-child.ts';

describe('running a child on a stream', () => {
  let folder: string;
  const script = (name: string, code: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, code);
    return file;
  };
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-child-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lets the rest of the stream go where the child has died, so that the sender can hear the answer', async () => {
    const dies = script('dies.mjs', 'setTimeout(() => process.exit(1), 300);');
    const stdin = Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(262_144)));
    const ended = once(stdin, 'end');
    await expect(runChild(dies, { input: null, stdin })).rejects.toMatchObject({ reason: 'crashed' });
    await ended;
  });

  it('ends the child where the stream breaks off', async () => {
    const waits = script('waits.mjs', 'process.stdin.resume(); process.on("message", () => {});');
    const stdin = new PassThrough();
    stdin.write('half a file');
    const running = runChild(waits, { input: null, stdin });
    stdin.destroy(new Error('broken off'));
    await expect(running).rejects.toMatchObject({ reason: 'aborted' });
  });

  it('has compiled code kept where the server keeps its own', async () => {
    const tells = script(
      'tells.mjs',
      `import { getCompileCacheDir } from 'node:module';
       process.once('message', () => process.send({ result: getCompileCacheDir() ?? null }, () => process.disconnect()));`,
    );
    const none = await runChild(tells, { input: null });
    expect(none).toBeNull();
    enableCompileCache(path.join(folder, 'compiled'));
    expect(await runChild(tells, { input: null })).toBe(getCompileCacheDir());
    expect(getCompileCacheDir()).toContain(folder);
  });
});
