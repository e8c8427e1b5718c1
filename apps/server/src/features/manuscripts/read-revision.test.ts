import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { importText, untilReady, upload } from '../../../test/import-text.ts';
import { openHouse, type OpenHouse, type Visitor } from '../../../test/open-house.ts';
import { childrenOf } from '../../../test/run-server.ts';

describe('reading a revision', () => {
  let house: OpenHouse;
  let editor: Visitor;
  let open = false;

  beforeEach(async () => {
    house = await openHouse();
    open = true;
    editor = await house.join('reviewLead', '510000/');
  });
  const close = async () => {
    if (open) await house.close();
    open = false;
  };
  afterEach(close);

  it('says that it failed where the book can never be saved, and reports every try', async () => {
    await sql`alter table block add check (text not like '%清水河%')`.execute(house.db);
    await expect(importText(editor, house.first.provinceId, '乙县志.txt', '清水河流经乙县。')).rejects.toThrow(
      /^系统处理此稿时出现故障，[^\n]*。$/,
    );
    expect(house.faults).toHaveLength(3);
    const entries = await house.db
      .selectFrom('audit_entry')
      .select('id')
      .where('action', '=', 'manuscripts.fail')
      .execute();
    expect(entries).toHaveLength(1);
  });

  it('lets a server close in the middle of a long book', async () => {
    const work = await editor.api.works.create({
      title: '乙县志',
      kind: 'gazetteer',
      organisationId: house.first.provinceId,
    });
    const book = Array.from(
      { length: 150_000 },
      (_, line) => `乙县第${line}村有耕地${line}公顷，人口${line * 3}人。\n`,
    ).join('\n');
    const response = await upload(editor, work.id, '长卷.txt', book);
    const { revisionId } = (await response.json()) as { revisionId: string };
    await expect
      .poll(async () => (await editor.api.manuscripts.get({ id: revisionId })).progress, {
        timeout: 30_000,
        // Often, or a busy machine has read the book before anybody asks again.
        interval: 10,
      })
      .toBeGreaterThan(0);
    await close();
    // The house drops its database as it closes: on a busy machine a connection of the queue may still be there.
    const isDropped = (fault: unknown) => (fault as { code?: string }).code === '57P01';
    const faults = house.faults.filter((fault) => !isDropped(fault));
    expect(faults).toEqual([expect.objectContaining({ reason: 'aborted' })]);
  });

  it('reads a book whose reader was told to end more often than a failed one is tried again', async () => {
    const work = await editor.api.works.create({
      title: '乙县志',
      kind: 'gazetteer',
      organisationId: house.first.provinceId,
    });
    const response = await upload(editor, work.id, '长卷.txt', '我县有七、八户养蜂。\n'.repeat(20_000));
    const { revisionId } = (await response.json()) as { revisionId: string };
    const readers = () => childrenOf(process.pid).filter(({ command }) => command.includes('read-revision'));
    const ended = new Set<number>();
    while (ended.size < 4) {
      const reader = readers().find(({ pid }) => !ended.has(pid));
      if (reader) {
        ended.add(reader.pid);
        process.kill(reader.pid, 'SIGTERM');
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await untilReady(editor, revisionId);
    expect(house.faults).toEqual([...ended].map(() => expect.objectContaining({ reason: 'aborted' })));
  });
});
