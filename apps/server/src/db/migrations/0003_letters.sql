-- Submissions (送审), contributors (供稿单位), opinions (意见), letters (审查意见、核实单), tasks (待办) and
-- rectification checks (整改核对).

create table submission (
  id uuid primary key,
  revision_id uuid not null references revision on delete cascade,
  -- The superior office it was sent to.
  office_id uuid not null references organisation,
  note text not null default '',
  sent_by uuid not null references person,
  sent_at timestamptz not null default now(),
  -- returned with a signed letter or by hand, or taken back by the sender; null while it is there.
  ended_how text check (ended_how in ('returned', 'withdrawn')),
  ended_at timestamptz,
  check ((ended_how is null) = (ended_at is null))
);
create unique index submission_open on submission (revision_id) where ended_at is null;
create index submission_revision on submission (revision_id);
create index submission_office on submission (office_id, sent_at desc, id desc);

-- Decisions that stood when a revision was sent up: set aside, so that the superior reads for itself.
create table decision_before (
  submission_id uuid not null references submission on delete cascade,
  seq integer not null,
  decision text not null check (decision in ('dismiss', 'correct', 'verify', 'opine')),
  wording text,
  certainty text,
  contributor_id uuid,
  decided_by uuid references person,
  decided_at timestamptz,
  decided_office uuid references organisation,
  batch uuid,
  primary key (submission_id, seq)
);

-- A unit that supplied copy of a work. It needs no account.
create table contributor (
  id uuid primary key,
  work_id uuid not null references work,
  name text not null,
  position integer not null,
  unique (work_id, name)
);

-- Which unit supplied what stands below a heading; by the titles down to it, so that it outlives a revision.
create table assignment (
  work_id uuid not null references work,
  place text not null,
  contributor_id uuid not null references contributor on delete cascade,
  primary key (work_id, place)
);
create index assignment_contributor on assignment (contributor_id);

-- The office that decided, for its people alone to be named to; the unit to ask; whether an opinion is certain;
-- the finding of the revision before that this one is.
alter table finding
  add decided_office uuid references organisation,
  add contributor_id uuid references contributor on delete set null,
  add certainty text check (certainty in ('change', 'uncertain')),
  add carried_from integer;
create index finding_decided on finding (revision_id, decision) where decision is not null;
-- Decided before offices were recorded: the office of the work.
update finding set decided_office = (
  select office.id from revision
    join manuscript on manuscript.id = revision.manuscript_id
    join work on work.id = manuscript.work_id
    join organisation on organisation.id = work.organisation_id
    join organisation office on office.path = organisation.office_path
  where revision.id = finding.revision_id)
where decision is not null;

-- An opinion a person raises on a passage, without a finding of the machine.
create table opinion (
  id uuid primary key,
  revision_id uuid not null references revision on delete cascade,
  office_id uuid not null references organisation,
  start_offset integer not null,
  end_offset integer not null,
  block integer not null,
  node integer not null,
  quote text not null,
  wording text not null,
  certainty text not null check (certainty in ('change', 'uncertain')),
  raised_by uuid not null references person,
  raised_at timestamptz not null default now(),
  version integer not null default 1
);
create index opinion_revision on opinion (revision_id, start_offset);

create table letter (
  id uuid primary key,
  -- Whoever holds the Word file holds this, and may answer with it.
  secret text not null,
  kind text not null check (kind in ('opinions', 'slip')),
  revision_id uuid not null references revision,
  -- Issuing office, and its name on the day it signed.
  office_id uuid not null references organisation,
  office_name text,
  contributor_id uuid references contributor,
  addressee text not null,
  number text,
  round integer not null,
  preamble text not null,
  closing text not null,
  contact text,
  working_days integer not null check (working_days between 1 and 250),
  state text not null check (state in ('draft', 'signed', 'withdrawn')),
  created_by uuid not null references person,
  created_at timestamptz not null default now(),
  signed_by uuid references person,
  signed_at timestamptz,
  due_on date,
  -- When the office or unit said that its answers are complete.
  answered_at timestamptz,
  version integer not null default 1,
  check ((state = 'draft') or signed_at is not null or state = 'withdrawn'),
  check (kind = 'slip' or contributor_id is null)
);
create unique index letter_draft_opinions on letter (revision_id, office_id) where kind = 'opinions' and state = 'draft';
create unique index letter_draft_slip on letter (revision_id, office_id, contributor_id)
  where kind = 'slip' and state = 'draft' and contributor_id is not null;
create unique index letter_draft_slip_unassigned on letter (revision_id, office_id)
  where kind = 'slip' and state = 'draft' and contributor_id is null;
create index letter_revision on letter (revision_id);
create index letter_office on letter (office_id, created_at desc, id desc);
create index letter_contributor on letter (contributor_id);

create table letter_line (
  id uuid primary key,
  letter_id uuid not null references letter on delete cascade,
  number integer not null,
  -- What it was made from: findings of the letter's revision decided in one go (one place each), or an opinion.
  findings integer[] not null default '{}',
  opinion_id uuid,
  family text,
  start_offset integer not null,
  end_offset integer not null,
  block integer not null,
  place text not null,
  quote text not null,
  wording text not null,
  suggestion text,
  basis text,
  certainty text not null check (certainty in ('change', 'uncertain')),
  -- Left out of the letter by hand; kept so that it can be put back.
  left_out boolean not null default false,
  -- Changed by hand in the draft: drafting again leaves it alone.
  wording_edited boolean not null default false,
  certainty_edited boolean not null default false,
  answer text check (answer in ('done', 'partly', 'notDone', 'contested')),
  answer_note text,
  answered_via text check (answered_via in ('screen', 'word')),
  answered_by uuid references person,
  answered_at timestamptz,
  version integer not null default 1,
  unique (letter_id, number) deferrable initially deferred,
  check ((findings = '{}') <> (opinion_id is null)),
  check (suggestion is null or family is null or family not in ('political', 'secrecy'))
);
create index letter_line_letter on letter_line (letter_id, number);
create unique index letter_line_opinion on letter_line (letter_id, opinion_id) where opinion_id is not null;

-- A Word file that came back.
create table reply (
  id uuid primary key,
  letter_id uuid not null references letter on delete cascade,
  file_name text not null,
  sha256 bytea not null,
  bytes bigint not null,
  received_at timestamptz not null default now(),
  -- Null where it came without signing in.
  received_by uuid references person,
  matched integer not null,
  -- [{ text }]: what could not be matched, shown and never dropped.
  unmatched jsonb not null,
  unique (letter_id, sha256)
);

create table task (
  id uuid primary key,
  kind text not null check (kind in ('rectification', 'verification')),
  -- In whose list it stands.
  organisation_id uuid not null references organisation,
  -- The office that gave it; its own where it is for a unit without an account.
  assigner_id uuid not null references organisation,
  work_id uuid not null references work,
  -- What it is about, `letter:<id>`: one task a thing.
  subject text not null unique,
  title text not null,
  -- Who is to do it where that is no organisation of the tree: a contributing unit.
  addressee text,
  owner_post_id uuid references post,
  due_on date not null,
  state text not null check (state in ('open', 'answered', 'closed', 'withdrawn')),
  reminded_at timestamptz,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  version integer not null default 1
);
create index task_organisation on task (organisation_id, state, due_on, id);
create index task_assigner on task (assigner_id, state, due_on, id);
create index task_owner on task (owner_post_id);
create index task_work on task (work_id);

create table task_deputy (
  task_id uuid not null references task on delete cascade,
  post_id uuid not null references post,
  primary key (task_id, post_id)
);
create index task_deputy_post on task_deputy (post_id);

-- What proves that it was done: a revision, a reply, or a sentence.
create table task_evidence (
  id uuid primary key,
  task_id uuid not null references task on delete cascade,
  subject text,
  note text not null,
  added_by uuid references person,
  added_at timestamptz not null default now()
);
create index task_evidence_task on task_evidence (task_id);

create table task_event (
  id bigint generated always as identity primary key,
  task_id uuid not null references task on delete cascade,
  at timestamptz not null default now(),
  person_id uuid references person,
  -- The office acted in, for its people alone to be named to.
  office_id uuid references organisation,
  action text not null,
  note text not null default ''
);
create index task_event_task on task_event (task_id, id);

-- Days off and days worked by 调休, beyond those the program knows.
create table calendar_day (
  day date primary key,
  off boolean not null,
  title text not null
);

create table rectification_check (
  -- The new revision.
  revision_id uuid primary key references revision on delete cascade,
  against_id uuid not null references revision,
  state text not null check (state in ('running', 'ready', 'failed')),
  alignment bytea,
  new_findings integer not null default 0,
  engine text,
  milliseconds integer,
  made_at timestamptz,
  version integer not null default 1
);
create index rectification_check_running on rectification_check (revision_id) where state = 'running';

create table check_line (
  revision_id uuid not null references rectification_check on delete cascade,
  number integer not null,
  source text not null check (source in ('opinion', 'correction', 'verification')),
  -- Of the old revision; one place each.
  findings integer[] not null default '{}',
  opinion_id uuid,
  office_id uuid not null references organisation,
  place text not null,
  quote text not null,
  wording text not null,
  suggestion text,
  certainty text not null check (certainty in ('change', 'uncertain')),
  verdict text not null check (verdict in ('done', 'partly', 'notDone', 'gone', 'person')),
  before_text text not null,
  before_start integer not null,
  before_end integer not null,
  after_text text,
  after_start integer,
  after_end integer,
  overruled text check (overruled in ('done', 'partly', 'notDone', 'gone', 'person')),
  note text not null default '',
  overruled_by uuid references person,
  overruled_at timestamptz,
  version integer not null default 1,
  letter_line_id uuid references letter_line on delete set null,
  -- Of so many places this many are mended, for 部分已改.
  places integer not null default 1,
  places_done integer not null default 0,
  primary key (revision_id, number),
  check ((findings = '{}') <> (opinion_id is null))
);
create index check_line_letter_line on check_line (letter_line_id);
