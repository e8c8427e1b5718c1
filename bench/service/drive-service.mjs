// The people of a service at work on it.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { openService } from './open-service.mjs';

const THINK = 1_000;

/**
 * Fills a database of its own, starts the server on it and lets `people` work for so many seconds, one second (half to one and
 * a half) between two operations drawn by weight; milliseconds and statements of each.
 */
export async function driveService({ seconds, people, fill, operations }) {
  const service = await openService(fill, people);
  const { server, postmaster, users, size } = service;
  try {
    const statements = {};
    for (const [name, [, run]] of Object.entries(operations))
      statements[name] = await countStatements(server, run, users[0]);

    const times = Object.fromEntries(Object.keys(operations).map((name) => [name, []]));
    const before = { server: cpuOf(server.pid), database: cpuOf(postmaster) };
    const end = performance.now() + seconds * 1_000;
    let faults = 0;
    await Promise.all(
      users.map(async (user) => {
        await sleep(Math.random() * THINK);
        while (performance.now() < end) {
          const [name, run] = drawOperation(operations);
          try {
            times[name].push(await time(run, user));
          } catch (error) {
            // Two people answering one line at once, or nothing left to draft: told, and no fault.
            if (![409, 422].includes(error.status)) faults++;
          }
          await sleep(THINK * (0.5 + Math.random()));
        }
      }),
    );
    const all = Object.values(times).flat();
    const figures = Object.entries(times).map(([name, list]) => ({
      name,
      statements: statements[name],
      ...describe(list),
    }));
    const perRequest = (now, then) => Number(((now - then) / all.length).toFixed(2));
    const cpu = {
      server: perRequest(cpuOf(server.pid), before.server),
      database: perRequest(cpuOf(postmaster), before.database),
    };
    return { size, people, think: THINK, seconds, faults, all: describe(all), cpu, figures };
  } finally {
    await service.close();
  }
}

/** CPU milliseconds that a process and those below it have used so far: on a busy machine they say more than the clock. */
function cpuOf(pid) {
  const read = (name) => readFileSync(`/proc/${pid}/${name}`, 'utf8');
  try {
    const [user, system, ended, endedSystem] = read('stat').split(') ')[1].split(' ').slice(11, 15).map(Number);
    const below = read(`task/${pid}/children`).split(' ').filter(Boolean).map(cpuOf);
    return (user + system + ended + endedSystem) * 10 + below.reduce((sum, one) => sum + one, 0);
  } catch {
    // Gone meanwhile, or no Linux.
    return 0;
  }
}

/** Milliseconds of an operation; one that must look first is timed from its second part on. */
async function time(run, user) {
  let began = performance.now();
  const answer = await run(user);
  if (typeof answer === 'function') {
    began = performance.now();
    await answer();
  }
  return performance.now() - began;
}

/** Statements of an operation: the quietest of several runs, since jobs and the sealer of the audit speak in between. */
async function countStatements(server, run, user) {
  let least = Infinity;
  for (let time = 0; time < 5; time++) {
    const act = async () => run(user);
    const prepared = await act();
    await ask(server);
    if (typeof prepared === 'function') await prepared();
    else await act();
    least = Math.min(least, await ask(server));
  }
  return least;
}

async function ask(server) {
  const answered = once(server, 'message');
  server.send('count');
  const [{ count }] = await answered;
  return count;
}

const dice = (most) => Math.floor(Math.random() * most);

/** Draws an operation by weight. */
function drawOperation(operations) {
  const entries = Object.entries(operations);
  let at = dice(entries.reduce((sum, [, [weight]]) => sum + weight, 0));
  for (const [name, [weight, run]] of entries) {
    if (at < weight) return [name, run];
    at -= weight;
  }
  throw new Error('the dice are loaded');
}

function describe(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share) =>
    Number((sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0).toFixed(2));
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
