import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openHouse, type OpenHouse } from '../../test/open-house.ts';

describe('a database connection that is cut off', () => {
  let house: OpenHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('in the middle of a transaction fails that transaction, and the process goes on', async () => {
    const cut = house.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(house.db);
      // The loss is told to whoever listens to the connection before anything is asked of it again.
      await new Promise((resolve) => void setTimeout(resolve, 50));
      await sql`select 1`.execute(tx);
    });
    await expect(cut).rejects.toThrow();
    await expect(sql`select 1`.execute(house.db)).resolves.toBeDefined();
  });
});
