import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Client } from 'pg';

import { visitServer, type Visitor } from '../open-house.ts';
import { startRunning, type RunningServer } from '../run-server.ts';

/** Whoever works while the drill kills: the administrator of a real server process on a data folder. */
export interface Hand {
  readonly data: string;
  readonly server: RunningServer;
  readonly visitor: Visitor;
  readonly organisationId: string;
  readonly workId: string;
}

const PASSWORD = 'a-long-new-password';

/** Starts a server on a new data folder, signs its administrator in and makes a work. */
export async function openHand(data: string): Promise<Hand> {
  const server = await startRunning({ data, args: ['--empty'] });
  const visitor = visitServer(server.url);
  await visitor.api.accounts.signIn({ name: 'admin', password: server.password! });
  await visitor.api.accounts.changePassword({ current: server.password!, next: PASSWORD });
  const organisationId = (await visitor.api.accounts.me()).person.posts[0]!.organisation.id;
  const work = await visitor.api.works.create({ title: '乙县志', kind: 'gazetteer', organisationId });
  return { data, server, visitor, organisationId, workId: work.id };
}

/** The same hand on a server that was started again, on this or another data folder. */
export async function returnHand(hand: Hand, data: string = hand.data): Promise<Hand> {
  const server = await startRunning({ data });
  const visitor = visitServer(server.url);
  await visitor.api.accounts.signIn({ name: 'admin', password: PASSWORD });
  return { ...hand, data, server, visitor };
}

/** Asks the cluster of a running server past the server itself. */
export async function askCluster<T extends object>(data: string, text: string, values: unknown[] = []): Promise<T[]> {
  const sockets = readFileSync(path.join(data, 'database/pg18/postmaster.pid'), 'utf8').split('\n')[4]!;
  const client = new Client({
    connectionString: `postgresql:///postgres?host=${encodeURIComponent(sockets)}&user=xiuzhi`,
  });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
