-- What the review of a work goes by (审校设置、词库、不再提示), its ledger of figures (数据台账) and what editors judged of it.

alter table work
  -- 断限 of a gazetteer, both years included.
  add column period_from integer,
  add column period_to integer,
  -- 本地名称, as the book calls its own place.
  add column place text,
  add constraint work_period check ((period_from is null) = (period_to is null) and period_from <= period_to);

create table dictionary_word (
  id uuid primary key,
  work_id uuid not null references work,
  -- Order of entry, for pages.
  position bigint generated always as identity,
  word text not null,
  kind text not null check (kind in ('person', 'institution', 'place', 'term')),
  -- Other ways it has been written.
  wrong text[] not null default '{}',
  from_year integer,
  to_year integer,
  added_by uuid not null references person,
  added_at timestamptz not null default now(),
  unique (work_id, word, kind),
  check (from_year is null or to_year is null or from_year <= to_year)
);
create index dictionary_word_page on dictionary_word (work_id, position desc);

-- What is not to be raised in this work any more.
create table suppression (
  id uuid primary key,
  work_id uuid not null references work,
  rule text not null,
  -- These words alone; null: the rule is not used in this work.
  quote text,
  reason text not null default '',
  -- Where it was asked for, and the batch that its findings were dismissed in there.
  revision_id uuid not null references revision on delete cascade,
  batch uuid not null,
  added_by uuid not null references person,
  added_at timestamptz not null default now()
);
create unique index suppression_what on suppression (work_id, rule, md5(quote)) nulls not distinct;
create index suppression_batch on suppression (batch);

-- Reviewing again by other settings.
alter table review_run
  add column state text not null default 'ready',
  add column progress integer not null default 0,
  add constraint review_run_state_check check (state in ('ready', 'running', 'failed'));
create index review_run_running on review_run (revision_id) where state = 'running';

create table figure (
  revision_id uuid not null references revision on delete cascade,
  seq integer not null,
  start_offset integer not null,
  end_offset integer not null,
  node integer not null,
  block integer not null,
  table_row integer,
  table_column integer,
  -- The words before it, itself as printed, and those after it.
  words_before text not null,
  printed text not null,
  words_after text not null,
  -- In the base unit, as is the last printed place.
  value double precision not null,
  place double precision not null,
  unit text not null,
  printed_unit text not null,
  kind text not null check (kind in ('amount', 'share', 'growth', 'points', 'times', 'rank')),
  approximate boolean not null,
  subject text not null,
  indicator text not null,
  scope text not null,
  period text not null,
  primary key (revision_id, seq)
);
create index figure_indicator on figure (revision_id, indicator, subject);

-- Two printed figures of a work that an editor judged; by keys, so that it outlives a revision.
create table figure_verdict (
  id uuid primary key,
  work_id uuid not null references work,
  -- Order of entry, for pages.
  position bigint generated always as identity,
  first_key text not null,
  second_key text not null,
  verdict text not null check (verdict in ('same', 'differentDefinition')),
  decided_by uuid not null references person,
  decided_at timestamptz not null default now(),
  unique (work_id, first_key, second_key),
  check (first_key collate "C" < second_key collate "C")
);
create index figure_verdict_page on figure_verdict (work_id, position desc);
