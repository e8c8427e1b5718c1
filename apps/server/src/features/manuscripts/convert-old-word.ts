import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Name of the original in a conversion folder, and of what it becomes. */
export const OLD_FILE = 'original.doc';
export const NEW_FILE = path.join('out', 'original.docx');

const PREFIX = 'xiuzhi-convert-';
const SECONDS = 120;
/** Of address space, kB: a hostile file ends the program, not the machine. */
const MEMORY = 4_000_000;

/** Links out of a document are not followed, macros not run. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

let known: Promise<string | null> | undefined;

/** The LibreOffice of this machine, from `XIUZHI_SOFFICE`, the path or its usual places; null where there is none. Looked for once. */
export function findSoffice(): Promise<string | null> {
  known ??= lookForSoffice(process.env);
  return known;
}

/** Looks for LibreOffice as an environment names it; `XIUZHI_SOFFICE` set to nothing means none. */
export async function lookForSoffice(env: NodeJS.ProcessEnv): Promise<string | null> {
  const places =
    env.XIUZHI_SOFFICE === undefined
      ? [...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/opt/libreoffice/program']
          .filter((folder) => path.isAbsolute(folder))
          .map((folder) => path.join(folder, 'soffice'))
      : [env.XIUZHI_SOFFICE].filter((place) => path.isAbsolute(place));
  for (const place of places)
    if (
      await access(place, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return place;
  return null;
}

/** A name for a private folder of one conversion; whoever needs it makes it, and the namer removes it. */
export function nameConversionFolder(): string {
  return path.join(tmpdir(), `${PREFIX}${process.pid}-${randomUUID()}`);
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Converts (转换) the old Word file in a conversion folder to .docx, one at a time on this node, in a program of its own
 * with limits of time and memory. Resolves with whether there is a .docx now.
 */
export function convertOldWord(soffice: string, folder: string, signal: AbortSignal): Promise<boolean> {
  const mine = turn.then(() => (signal.aborted ? false : runSoffice(soffice, folder, signal)));
  turn = mine.catch(() => {});
  return mine;
}

async function runSoffice(soffice: string, folder: string, signal: AbortSignal): Promise<boolean> {
  const profile = path.join(folder, 'profile');
  await mkdir(path.join(profile, 'user'), { recursive: true, mode: 0o700 });
  await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
  const words = ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`, '--convert-to', 'docx'];
  // The limit of processor time ends it too when this server is killed and nobody is left to.
  const limits = `ulimit -t ${SECONDS}; ulimit -v ${MEMORY}; exec "$@"`;
  const child = spawn(
    '/bin/sh',
    ['-c', limits, 'sh', soffice, ...words, '--outdir', path.join(folder, 'out'), path.join(folder, OLD_FILE)],
    { cwd: folder, env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' }, stdio: 'ignore', detached: true },
  );
  // The program starts another: the whole group ends.
  const end = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(end, SECONDS * 1000);
  signal.addEventListener('abort', end, { once: true });
  await new Promise<void>((done) => {
    child.on('error', () => done());
    child.on('close', () => done());
  });
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
  end();
  const made = await stat(path.join(folder, NEW_FILE)).catch(() => undefined);
  return made !== undefined && made.size > 0;
}

/** Removes the conversion folders (转换残留) that killed servers left behind. */
export async function sweepConversions(folder: string = tmpdir()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-[0-9a-f-]{36}$`).exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
