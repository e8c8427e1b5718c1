// Fills a database with a province: 205 works, 600,000 blocks, 300,000 findings, letters, tasks and checks.
import { randomUUID } from 'node:crypto';

import { alignVolumes, encodeAlignment } from '../../packages/align/src/index.ts';
import { encodeSourceMap, readManuscript } from '../../packages/manuscript/src/index.ts';
import { readLedger, review } from '../../packages/review/src/index.ts';
import { hashPassword } from '../../apps/server/src/features/accounts/password.ts';
import { insertPerson, setPassword } from '../../apps/server/src/features/accounts/store.ts';
import { saveFigures } from '../../apps/server/src/features/figures/store.ts';
import { saveFindings } from '../../apps/server/src/features/reviews/store.ts';
import { saveVolume } from '../../apps/server/src/features/manuscripts/store.ts';

const BLOCKS = 2_930;
const PASSWORD = 'bench-password-long';

/** A yearbook of invented entries: every second paragraph has something a rule speaks of. */
function writeBook() {
  const lines = [];
  for (let entry = 0; lines.length < BLOCKS; entry++) {
    if (entry % 120 === 0) lines.push(`# 第${entry / 120 + 1}类目`);
    else if (entry % 12 === 0) lines.push(`## 第${entry / 12}分目`);
    else if (entry % 2 === 0)
      lines.push(
        `年内，乙县第${entry}号渠道完成整修，全长${entry % 90}.5千米，受益农田${entry}公顷，沿线各村用水更加便利。`,
      );
    else
      lines.push(`同期，第${entry}号林场补植苗木，会议于２０２３年${(entry % 12) + 1}月召开，县里有关部门负责人到场。`);
  }
  return lines.join('\n\n');
}

/**
 * Fills the database; returns the people who use it, one to an office, and the ids they work with.
 * Rows of one book that was really read and reviewed are copied to every work.
 */
export async function fillProvince({ db, pool }, people) {
  const manuscript = await readManuscript(Buffer.from(writeBook()), 'book.md');
  const { volume } = manuscript;
  const findings = review(volume, { preset: 'yearbook', everyPlace: true });
  const offices = (
    await pool.query("select id, path from organisation where kind = 'office' order by path desc limit 205")
  ).rows;
  const password = await hashPassword(PASSWORD);
  const users = [];
  for (const [index, office] of offices.slice(0, people).entries()) {
    const name = `bench${index}`;
    await db.transaction().execute(async (tx) => {
      const post = { organisationId: office.id, role: 'reviewLead', since: '2020-01-01' };
      const personId = await insertPerson(tx, { name, displayName: `甲某${index}`, password, ...post });
      await setPassword(tx, personId, password, false);
      users.push({ name, password: PASSWORD, personId });
    });
  }
  // The same people keep the persons of their office, and read its audit.
  await pool.query(
    `insert into post (id, person_id, organisation_id, role, since)
     select gen_random_uuid(), person_id, organisation_id, 'administrator', since from post where person_id = any($1::uuid[])`,
    [users.map(({ personId }) => personId)],
  );
  const by = users[0].personId;
  const works = offices.map((office, index) => ({
    office: office.id,
    work: randomUUID(),
    manuscript: randomUUID(),
    old: randomUUID(),
    new: randomUUID(),
    letter: randomUUID(),
    task: randomUUID(),
    index,
  }));
  const rows = JSON.stringify(works);
  const table = `jsonb_to_recordset($1::jsonb) as w(office uuid, work uuid, manuscript uuid, old uuid, new uuid, letter uuid, task uuid, index int)`;
  const run = (statement, ...values) => pool.query(statement, [rows, ...values]);
  await run(`insert into work (id, organisation_id, title, kind, recorded_year)
    select work, office, '乙县年鉴（2024）第' || index || '卷', 'yearbook', 2023 from ${table}`);
  await run(`insert into manuscript (id, work_id, title) select manuscript, work, '年鉴正文' from ${table}`);
  // The first of them by the code of the house, the others as copies of its rows.
  const [first] = works;
  const revise = (which, number, some) =>
    run(
      `insert into revision (id, manuscript_id, number, file_name, format, sha256, bytes, state, imported_by)
       select w.${which}, w.manuscript, ${number}, 'book.md', 'md', '\\x00', 1, 'importing', $2 from ${table} where ${some}`,
      by,
    );
  await revise('old', 1, 'true');
  await revise('new', 2, `index < ${people}`);
  await db.transaction().execute(async (tx) => {
    await saveVolume(tx, first.old, volume, encodeSourceMap(manuscript.sources));
    const reviewed = { revisionId: first.old, preset: 'yearbook', engine: 'bench', milliseconds: 1 };
    await saveFindings(tx, reviewed, volume, findings);
    await saveFigures(tx, reviewed.revisionId, volume, readLedger(volume, {}).entries);
  });
  await pool.query('analyze');
  const copy = async (name, columns) => {
    for (const [which, some] of [
      ['old', 'index > 0'],
      ['new', `index < ${people}`],
    ])
      await run(
        `insert into ${name} (revision_id, ${columns}) select w.${which}, ${columns} from ${name}, ${table}
         where revision_id = $2 and ${some}`,
        first.old,
      );
  };
  await copy('outline_node', 'seq, parent, level, title, start_offset, end_offset, first_block, end_block');
  await copy('block', 'seq, kind, node, start_offset, text, level, table_grid');
  await copy('review_run', 'preset, engine, milliseconds');
  await copy(
    'finding',
    `seq, id, rule, family, severity, norm, clause, start_offset, end_offset, block, node, quote, message, evidence,
     suggestion`,
  );
  await copy(
    'figure',
    `seq, start_offset, end_offset, node, block, table_row, table_column, words_before, printed, words_after, value, place,
     unit, printed_unit, kind, approximate, subject, indicator, scope, period`,
  );
  await pool.query(
    `update revision set state = 'ready', progress = 100, characters = $1, block_count = $2 where state = 'importing'`,
    [volume.text.length, volume.blocks.length],
  );
  await pool.query(
    `update finding set decision = 'opine', wording = '请核对。', certainty = 'change', decided_by = $1, decided_at = now(),
       decided_office = work.organisation_id
     from revision, manuscript, work where revision.id = finding.revision_id and manuscript.id = revision.manuscript_id
       and work.id = manuscript.work_id and revision.number = 1 and seq % 5 = 0`,
    [by],
  );
  await run(
    `insert into letter (id, secret, kind, revision_id, office_id, addressee, round, preamble, closing, working_days, state,
       created_by, signed_by, signed_at, due_on)
     select letter, letter::text, 'opinions', old, office, '编辑部', 1, '意见如下。', '请研究办理。', 15, 'signed', $2, $2,
       now(), current_date + 20 from ${table}`,
    by,
  );
  await run(
    `insert into letter_line (id, letter_id, number, findings, start_offset, end_offset, block, place, quote, wording, certainty)
     select gen_random_uuid(), letter, row_number() over (partition by letter order by seq), array[seq], start_offset,
       end_offset, block, '第1类目', quote, wording, 'change'
     from ${table} join finding on finding.revision_id = w.old and decision = 'opine'`,
  );
  await run(
    `insert into task (id, kind, organisation_id, assigner_id, work_id, subject, title, due_on, state)
     select task, 'rectification', office, office, work, 'letter:' || letter, '整改', current_date + 20, 'open' from ${table}`,
  );
  await run(
    `insert into rectification_check (revision_id, against_id, state, alignment, engine, milliseconds, made_at)
     select new, old, 'ready', $2, 'bench', 1, now() from ${table} where index < ${people}`,
    Buffer.from(encodeAlignment(alignVolumes(volume, volume))),
  );
  await run(
    `insert into check_line (revision_id, number, source, findings, office_id, place, quote, wording, certainty, verdict,
       before_text, before_start, before_end, letter_line_id)
     select w.new, line.number, 'opinion', line.findings, w.office, line.place, line.quote, line.wording, 'change', 'notDone',
       line.quote, line.start_offset, line.end_offset, line.id
     from ${table} join letter_line line on line.letter_id = w.letter where index < ${people}`,
  );
  await pool.query('vacuum analyze');
  const count = async (name) => (await pool.query(`select count(*)::int as n from ${name}`)).rows[0].n;
  return {
    users: users.map((user, index) => ({
      ...user,
      ...works[index],
      findings: findings.length,
      blocks: volume.blocks.length,
    })),
    size: { works: await count('work'), blocks: await count('block'), findings: await count('finding') },
  };
}
