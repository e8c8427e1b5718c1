-- Bulletins (简报): series, issues, items, sign-off; copy that offices send in (来稿), 约稿; study sessions (会议学习);
-- facts read out of items, which a person confirms.

alter table post drop constraint post_role_check;
alter table post add constraint post_role_check check (role in ('administrator', 'reviewLead', 'reviewer', 'reader', 'reporter', 'bulletinEditor', 'bulletinChecker', 'signer', 'secrecyOfficer'));

-- Pairs of characters of a text: an index over it finds any substring of two characters or more, whatever the locale.
-- The cost tells the planner to ask the index first.
create function bigrams(body text) returns integer[] language sql immutable parallel safe strict cost 5000 as $f$
  with points as materialized (select array(select ascii(one) from unnest(string_to_array(body, null)) one) codes)
  select array(select distinct (x << 16) | (y & 65535) from points, unnest(points.codes, points.codes[2:]) pair(x, y)
    where y is not null) $f$;

create table bulletin_series (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('work', 'politicalWork')),
  -- As the head prints it.
  name text not null,
  issuer text not null,
  -- Columns (栏目) in their order; empty for a series without.
  columns text[] not null default '{}',
  -- Whether an item ends with who sent it, in brackets.
  source_line boolean not null,
  -- Whether offices below send copy in.
  intake boolean not null,
  -- Whether offices below may read what was issued.
  circulated boolean not null,
  -- Whether there is a running number (总期号) beside the number of the year.
  running boolean not null default true,
  -- The last issue before the first that is kept here: where numbers go on from.
  base_year integer,
  base_number integer,
  base_total integer,
  printed_by text not null,
  copies integer not null check (copies between 0 and 100000),
  -- Who checks and who signs (核稿人、签发人) of those with the post; empty where it is any of them.
  checkers uuid[] not null default '{}',
  signers uuid[] not null default '{}',
  ended_on date,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((base_year is null) = (base_number is null))
);
create unique index bulletin_series_name on bulletin_series (organisation_id, name) where ended_on is null;

-- Whom a series goes to (报、送、发), from a day on: lists change, and an old issue keeps its own.
create table bulletin_recipients (
  series_id uuid not null references bulletin_series on delete cascade,
  valid_from date not null,
  up text[] not null,
  across text[] not null,
  down text[] not null,
  primary key (series_id, valid_from)
);

create table bulletin_issue (
  id uuid primary key,
  series_id uuid not null references bulletin_series,
  state text not null check (state in ('draft', 'checking', 'signing', 'signed')),
  supplement boolean not null default false,
  -- Given at signing, without gap or duplicate; of an issue read back, what its head says.
  year integer,
  number integer,
  total integer,
  -- What the series was called when the issue was signed; null before that.
  series_name text,
  issuer text not null,
  issued_on date,
  disclosure text check (disclosure in ('proactive', 'onRequest', 'withheld', 'undetermined')),
  ground text not null default '',
  up text[] not null default '{}',
  across text[] not null default '{}',
  down text[] not null default '{}',
  -- Whether a person changed the lists: otherwise they are those of the series on the day of issue.
  recipients_edited boolean not null default false,
  printed_by text not null,
  printed_on date,
  copies integer,
  created_by uuid references person,
  created_at timestamptz not null default now(),
  drafted_by uuid references person,
  drafted_at timestamptz,
  checked_by uuid references person,
  checked_at timestamptz,
  signed_by uuid references person,
  signed_at timestamptz,
  -- Why it was last given back.
  returned_why text,
  published_at timestamptz,
  published_by uuid references person,
  -- The file it was read back from.
  original_name text,
  original_sha256 bytea,
  version integer not null default 1,
  check (number is null or year is not null),
  check (state <> 'signed' or signed_at is not null),
  check (published_at is null or (state = 'signed' and disclosure = 'proactive'))
);
create unique index bulletin_issue_number on bulletin_issue (series_id, year, supplement, number) where number is not null;
create unique index bulletin_issue_total on bulletin_issue (series_id, total) where total is not null;
create unique index bulletin_issue_original on bulletin_issue (series_id, original_sha256) where original_sha256 is not null;
create index bulletin_issue_issued on bulletin_issue (coalesce(issued_on, 'infinity'::date) desc, id desc);
create index bulletin_issue_list on bulletin_issue (series_id, issued_on desc nulls first, id desc);

create table bulletin_item (
  id uuid primary key,
  issue_id uuid not null references bulletin_issue on delete cascade,
  position integer not null,
  column_name text,
  title text not null,
  subtitle text,
  -- Paragraphs, one a line.
  body text not null,
  source text,
  -- The copy or the session it was made from.
  dispatch_id uuid,
  session_id uuid,
  -- What it was when it came into the issue: edits are shown against this.
  first_title text not null,
  first_body text not null,
  edited_by uuid references person,
  edited_at timestamptz,
  version integer not null default 1,
  unique (issue_id, position) deferrable initially deferred
);
create unique index bulletin_item_dispatch on bulletin_item (dispatch_id) where dispatch_id is not null;
create index bulletin_item_text on bulletin_item using gin (bigrams(title || e'\n' || body)) with (fastupdate = on);
alter index bulletin_item_text alter column 1 set statistics 0;

create table bulletin_secrecy_review (
  issue_id uuid not null references bulletin_issue on delete cascade,
  -- Version of the issue it was made of.
  issue_version integer not null,
  outcome text not null check (outcome in ('cleared', 'objected')),
  note text not null default '',
  reviewed_by uuid not null references person,
  reviewed_at timestamptz not null default now(),
  primary key (issue_id, reviewed_at)
);

-- A file of a back issue that needs a person: nothing is kept of one that was refused.
create table bulletin_import (
  id uuid primary key,
  series_id uuid not null references bulletin_series,
  file_name text not null,
  sha256 bytea not null,
  state text not null check (state in ('waiting', 'kept', 'dropped')),
  -- What its head and tail say, and how many items it has.
  head jsonb not null,
  problems jsonb not null,
  -- Its items, and the lines of the file; empty once it was kept.
  items jsonb not null,
  body text not null,
  issue_id uuid references bulletin_issue on delete set null,
  imported_by uuid not null references person,
  imported_at timestamptz not null default now(),
  unique (series_id, sha256)
);
create index bulletin_import_waiting on bulletin_import (series_id, imported_at desc, id desc);

-- What an item says of persons, works, figures, meetings and demands, by its place; a person confirms it.
create table bulletin_fact (
  id uuid primary key,
  item_id uuid not null references bulletin_item on delete cascade,
  kind text not null check (kind in ('meeting', 'demand', 'person', 'work', 'figure')),
  -- What it is filed under: a name, a title, an indicator.
  name text not null,
  detail jsonb not null,
  paragraph integer not null,
  start_offset integer not null,
  end_offset integer not null,
  state text not null default 'candidate' check (state in ('candidate', 'confirmed', 'dismissed')),
  settled_by uuid references person,
  settled_at timestamptz,
  version integer not null default 1
);
create index bulletin_fact_item on bulletin_fact (item_id, paragraph, start_offset);
create index bulletin_fact_name on bulletin_fact (kind, name collate "C", id);

create table dispatch_call (
  id uuid primary key,
  office_id uuid not null references organisation,
  series_id uuid not null references bulletin_series,
  topic text not null,
  note text not null default '',
  column_name text,
  due_on date not null,
  called_by uuid not null references person,
  called_at timestamptz not null default now(),
  ended_at timestamptz
);
create index dispatch_call_office on dispatch_call (office_id, called_at desc, id desc);

-- Copy that an office sends in (来稿).
create table dispatch (
  id uuid primary key,
  -- The office that sends, and the one that issues the bulletin.
  from_id uuid not null references organisation,
  to_id uuid not null references organisation,
  series_id uuid not null references bulletin_series,
  call_id uuid references dispatch_call,
  title text not null,
  body text not null,
  source text not null,
  -- 送审: who approved it at the sending office, with post, and on which day.
  approved_by text not null,
  approved_on date not null,
  original_name text,
  state text not null check (state in ('sent', 'taken', 'declined', 'withdrawn')),
  -- Why it was not taken, in words for the office that sent it.
  reason text,
  issue_id uuid references bulletin_issue on delete set null,
  sent_by uuid not null references person,
  sent_at timestamptz not null default now(),
  decided_by uuid references person,
  decided_at timestamptz,
  version integer not null default 1
);
create index dispatch_to on dispatch (to_id, sent_at desc, id desc);
create index dispatch_from on dispatch (from_id, sent_at desc, id desc);
create index dispatch_text on dispatch using gin (bigrams(title || e'\n' || source || e'\n' || body)) with (fastupdate = on);
alter index dispatch_text alter column 1 set statistics 0;
create index dispatch_answers on dispatch (call_id) where call_id is not null;
create index dispatch_series_state on dispatch (series_id, state, sent_at desc, id desc);

create table study_session (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('study', 'studyEnlarged', 'partyGroup', 'meeting', 'other')),
  held_on date not null,
  title text not null,
  record jsonb not null,
  -- The issue an item was drafted into.
  issue_id uuid references bulletin_issue on delete set null,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null default now(),
  removed_at timestamptz,
  version integer not null default 1
);
create index study_session_held on study_session (organisation_id, held_on desc, id desc) where removed_at is null;
