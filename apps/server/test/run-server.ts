import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MAIN = path.join(import.meta.dirname, '../src/main.ts');

/** How a process ended and what it had said. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** A real server process that has said that it listens. */
export interface RunningServer {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it printed to say so. */
  readonly line: string;
  /** One-time password, where it printed one. */
  readonly password: string | undefined;
  readonly ended: Promise<Ending>;
}

export interface RunOptions {
  readonly data: string;
  readonly args?: readonly string[];
  readonly env?: Record<string, string>;
  /** Program and arguments in place of node and `main.ts`, in `cwd`. */
  readonly command?: readonly [string, ...string[]];
  readonly cwd?: string;
}

/** Starts a server process and waits until it ends or says that it listens. */
export async function runServer(options: RunOptions): Promise<RunningServer | Ending> {
  const [program, ...args] = options.command ?? [process.execPath, MAIN];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(program, [...args, ...(options.args ?? [])], {
    cwd: options.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, PORT: '0', HOST: '127.0.0.1', XIUZHI_DATA: options.data, ...options.env },
  });
  let output = '';
  const ended = new Promise<Ending>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, output })),
  );
  const listening = new Promise<RunningServer>((resolve) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const line = /^修志已启动：(\S+) .*$/m.exec(output);
      if (line)
        resolve({ child, url: line[1]!, line: line[0], password: /一次性口令 (\S+?)（/.exec(line[0])?.[1], ended });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  return Promise.race([listening, ended]);
}

/** Starts a server that must come up. */
export async function startRunning(options: RunOptions): Promise<RunningServer> {
  const server = await runServer(options);
  if ('child' in server) return server;
  throw new Error(`the server ended with ${server.code ?? server.signal}: ${server.output}`);
}

/** Sends a signal to the process itself and waits for its end. */
export async function stopServer(server: RunningServer, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> {
  server.child.kill(signal);
  return server.ended;
}

/** Processes (pid and command line) whose command line or environment names the folder. */
export function processesOn(folder: string): { pid: number; command: string }[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) return [];
    try {
      const command = commandOf(Number(entry));
      const environment = readFileSync(`/proc/${entry}/environ`, 'utf8');
      return command && (command.includes(folder) || environment.includes(folder))
        ? [{ pid: Number(entry), command }]
        : [];
    } catch {
      // It ended while we looked.
      return [];
    }
  });
}

/** Processes that this one has started and that still run. */
export function childrenOf(pid: number): { pid: number; command: string }[] {
  try {
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return pids.map((child) => ({ pid: child, command: commandOf(child) }));
  } catch {
    return [];
  }
}

/** Command line of a process; empty where it has ended. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
