// Fills a database with the bulletins of years: one series of 10,000 items in some 1,900 issues, with their facts and the
// copy (来稿) that offices below sent for it.
import { randomUUID } from 'node:crypto';

import { hashPassword } from '../../apps/server/src/features/accounts/password.ts';
import { insertPerson, setPassword } from '../../apps/server/src/features/accounts/store.ts';

const ITEMS = 10_000;
const FACTS = 12;
const DISPATCHES = 10_000;
const CALLS = 200;
const PASSWORD = 'bench-password-long';
const dice = (most) => Math.floor(Math.random() * most);
const pick = (list) => list[dice(list.length)];

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'东西南北上下前后大小'];
const PLACES = STEMS.flatMap((stem) => BRANCHES.map((branch) => `${stem}${branch}县`));
const THEMES = [
  '乡镇志编纂',
  '年鉴供稿',
  '方志馆建设',
  '地情资料征集',
  '史志宣传',
  '业务培训',
  '篇目论证',
  '数据核实',
  '资料长编',
];
const ACTS = [
  '召开推进会',
  '开展督导调研',
  '组织专题培训',
  '完成初稿评议',
  '举办座谈交流',
  '印发工作方案',
  '组织资料核对',
];
const TAILS = [
  '会议听取了有关情况汇报，研究了下一步工作安排。',
  '与会人员围绕篇目设置、资料征集、质量把关等内容进行了交流。',
  '调研组实地查看了资料室和编辑部，提出了改进建议。',
  '各承编单位表示，将按照时间要求抓好落实，确保质量。',
  '据了解，该项工作已纳入年度目标，由专人负责、按月通报。',
];

/** Words that people look for: in nearly every item, in many, in few. */
export const SOUGHT = { common: ['地方志', '会议', '工作安排'], middling: THEMES, rare: PLACES };

function writeItem(nth) {
  const [place, theme, act] = [pick(PLACES), pick(THEMES), pick(ACTS)];
  const title = `${place}${act}推进${theme}工作`;
  const paragraphs = Array.from({ length: 4 + dice(4) }, (_, at) =>
    [
      `${1 + dice(12)}月${1 + dice(28)}日，${pick(PLACES)}地方志办公室就${pick(THEMES)}${pick(ACTS)}，第${nth * 8 + at}号材料共${dice(9_000)}份。`,
      ...Array.from({ length: 3 }, () => pick(TAILS)),
    ].join(''),
  );
  return { title, body: paragraphs.join('\n'), source: `${place}地方志办公室`, place, theme };
}

/** Fills the database; returns the people who use it, all of the issuing office, and the ids they work with. */
export async function fillBulletins({ db, pool }, people) {
  const office = (await pool.query("select id from organisation where path = '510000/'")).rows[0].id;
  const password = await hashPassword(PASSWORD);
  const users = [];
  for (let index = 0; index < people; index++) {
    const name = `bench${index}`;
    await db.transaction().execute(async (tx) => {
      const post = { organisationId: office, role: 'bulletinEditor', since: '2020-01-01' };
      const personId = await insertPerson(tx, { name, displayName: `甲某${index}`, password, ...post });
      await setPassword(tx, personId, password, false);
      users.push({ name, password: PASSWORD, personId });
    });
  }
  const seriesId = randomUUID();
  await pool.query(
    `insert into bulletin_series (id, organisation_id, kind, name, issuer, columns, source_line, intake, circulated, printed_by, copies)
     values ($1, $2, 'work', '甲市地方志工作简报', '甲市地方志办公室', '{特别关注,区县动态}', true, true, true, '甲市地方志办公室', 25)`,
    [seriesId, office],
  );
  const issues = [];
  const items = [];
  for (let year = 2005, total = 0; items.length < ITEMS; year++) {
    for (let number = 1; number <= 90 && items.length < ITEMS; number++) {
      total++;
      // Some were lost.
      if (dice(40) === 0) continue;
      const day = new Date(Date.UTC(year, 0, 3 + number * 4)).toISOString().slice(0, 10);
      const issue = { id: randomUUID(), year, number, total, day };
      issues.push(issue);
      for (let position = 1; position <= 4 + dice(4); position++)
        items.push({ id: randomUUID(), issue: issue.id, position, ...writeItem(items.length) });
    }
  }
  await pool.query(
    `insert into bulletin_issue (id, series_id, state, year, number, total, series_name, issuer, issued_on, disclosure, printed_by,
       signed_at)
     select id, $2, 'signed', year, number, total, '甲市地方志工作简报', '甲市地方志办公室', day, 'proactive', '甲市地方志办公室', now()
     from jsonb_to_recordset($1::jsonb) as i(id uuid, year int, number int, total int, day date)`,
    [JSON.stringify(issues), seriesId],
  );
  for (let from = 0; from < items.length; from += 2_000)
    await pool.query(
      `insert into bulletin_item (id, issue_id, position, column_name, title, body, source, first_title, first_body)
       select id, issue, position, '区县动态', title, body, source, title, body
       from jsonb_to_recordset($1::jsonb) as i(id uuid, issue uuid, position int, title text, body text, source text)`,
      [JSON.stringify(items.slice(from, from + 2_000))],
    );
  await pool.query(
    `insert into bulletin_fact (id, item_id, kind, name, detail, paragraph, start_offset, end_offset, state)
     select gen_random_uuid(), i.id, (array['person', 'work', 'figure', 'meeting', 'demand'])[1 + n % 5],
       i.source || n, '{}', 0, 0, 6, case when n % 3 = 0 then 'confirmed' else 'candidate' end
     from bulletin_item i, generate_series(1, $1::int) n`,
    [FACTS],
  );
  await pool.query(
    `insert into bulletin_import (id, series_id, file_name, sha256, state, head, problems, items, body, imported_by)
     select gen_random_uuid(), $1, '简报' || n || '.txt', decode(md5(n::text), 'hex'), 'waiting',
       jsonb_build_object('supplement', false, 'year', 2004, 'number', n, 'total', null, 'issuedOn', null, 'itemCount', 5),
       '[{"code": "no-copies", "severity": "ask", "message": "没有读到印数，请补填。"}]', '[]', repeat('甲', 5000), $2
     from generate_series(1, 90) n`,
    [seriesId, users[0].personId],
  );
  await fillDispatches(pool, { office, seriesId, personId: users[0].personId, items });
  await pool.query('vacuum analyze');
  const count = async (name) => (await pool.query(`select count(*)::int as n from ${name}`)).rows[0].n;
  return {
    users: users.map((user) => ({
      ...user,
      seriesId,
      items: items.map(({ id }) => id),
      issues: issues.map(({ id }) => id),
    })),
    size: {
      dispatches: await count('dispatch'),
      issues: await count('bulletin_issue'),
      items: await count('bulletin_item'),
      facts: await count('bulletin_fact'),
    },
  };
}

/** Copy of 2005 to 2025 from every office below in turn: half of it taken, each as one of the items. */
async function fillDispatches(pool, { office, seriesId, personId, items }) {
  const { rows: senders } = await pool.query(
    "select id from organisation where kind = 'office' and path <> '510000/' order by path",
  );
  const { rows: calls } = await pool.query(
    `insert into dispatch_call (id, office_id, series_id, topic, due_on, called_by, called_at)
     select gen_random_uuid(), $2, $3, n || '月约稿', '2025-12-31', $4, timestamptz '2005-01-01' + n * interval '37 days'
     from generate_series(1, $1::int) n returning id`,
    [CALLS, office, seriesId, personId],
  );
  const dispatches = Array.from({ length: DISPATCHES }, (_, nth) => {
    const { title, body, source } = writeItem(nth);
    const item = nth % 2 === 0 ? items[nth / 2] : undefined;
    const state = item ? 'taken' : ['sent', 'declined'][nth % 3 === 0 ? 0 : 1];
    const at = new Date(Date.UTC(2005, 0, 1) + (nth * 21 * 365.25 * 86_400_000) / DISPATCHES).toISOString();
    return {
      id: randomUUID(),
      sender: senders[dice(senders.length)].id,
      title,
      body,
      source,
      state,
      at,
      item: item?.id ?? null,
      issue: item?.issue ?? null,
      call: nth % 4 === 0 ? pick(calls).id : null,
    };
  });
  for (let from = 0; from < dispatches.length; from += 2_000) {
    const page = JSON.stringify(dispatches.slice(from, from + 2_000));
    await pool.query(
      `insert into dispatch (id, from_id, to_id, series_id, title, body, source, approved_by, approved_on, state, reason, issue_id,
         call_id, sent_by, sent_at)
       select id, sender, $2, $3, title, body, source, '主任甲某', at::date, state,
         case when state = 'declined' then '同类信息已采用' end, issue, call, $4, at
       from jsonb_to_recordset($1::jsonb)
         as d(id uuid, sender uuid, title text, body text, source text, state text, issue uuid, call uuid, at timestamptz)`,
      [page, office, seriesId, personId],
    );
    await pool.query(
      `update bulletin_item i set dispatch_id = d.id from jsonb_to_recordset($1::jsonb) as d(id uuid, item uuid) where i.id = d.item`,
      [page],
    );
  }
}
