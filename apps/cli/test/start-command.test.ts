import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { RULES } from '@xiuzhi/review';
import { expect, test } from 'vitest';

import { endOf, plainShell, runXiuzhi, startXiuzhi, XIUZHI } from './run-xiuzhi.ts';

test.each(['review', 'rules', 'text', 'import', 'works', 'audit verify', 'backup', 'restore'])(
  '%s explains itself',
  async (name) => {
    const { status, stdout, stderr } = await runXiuzhi([...name.split(' '), '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`用法：xiuzhi ${name}`);
    expect((await runXiuzhi(['--help'])).stdout).toContain(`  ${name} `);
  },
);

test('rules are listed with family, severity, title and basis', async () => {
  const { stdout } = await runXiuzhi(['rules']);
  expect(stdout.trimEnd().split('\n')).toHaveLength(RULES.length);
  expect(stdout).toMatch(/^punctuation-etc-comma +标点 {2,}应改 {2}\S+ +GB\/T 15834—2011/m);
  const { rules } = JSON.parse((await runXiuzhi(['rules', '--format', 'json'])).stdout) as { rules: { id: string }[] };
  expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
});

test('a reader that leaves early is no fault', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xiuzhi-cli-'));
  try {
    const file = path.join(folder, 'long.txt');
    await writeFile(file, '甲市、乙县、等地。\n'.repeat(5_000));
    const { stdout, stderr } = await promisify(execFile)(
      'sh',
      ['-c', '"$0" review "$1" --format json | head -c 9', XIUZHI, file],
      { env: plainShell() },
    );
    expect({ stdout, stderr }).toEqual({ stdout: '{"files":', stderr: '' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a signal to the command ends the process behind it', async () => {
  // A server that never answers: its connection tells that the process behind the command is at work.
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as net.AddressInfo;
    const connected = once(server, 'connection');
    const child = startXiuzhi(['works', '--server', `http://127.0.0.1:${port}`], {
      env: { XIUZHI_TOKEN: 'x'.repeat(40) },
    });
    const ended = endOf(child);
    await connected;
    child.kill('SIGTERM');
    // Streams are inherited: they close only when both processes are gone.
    expect(await ended).toMatchObject({ status: null, signal: 'SIGTERM' });
  } finally {
    server.close();
  }
});
