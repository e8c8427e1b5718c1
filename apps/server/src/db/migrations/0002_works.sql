-- Works (志鉴项目), manuscripts (书稿) and reviews (审校).

create table work (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  title text not null,
  kind text not null check (kind in ('yearbook', 'gazetteer', 'bulletin')),
  recorded_year integer,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index work_created on work (created_at desc, id desc);
create index work_organisation on work (organisation_id);

create table manuscript (
  id uuid primary key,
  work_id uuid not null references work,
  title text not null,
  created_at timestamptz not null default now()
);
create index manuscript_work on manuscript (work_id);

create table revision (
  id uuid primary key,
  manuscript_id uuid not null references manuscript,
  number integer not null,
  file_name text not null,
  format text not null check (format in ('docx', 'md', 'txt')),
  sha256 bytea not null,
  bytes bigint not null,
  state text not null check (state in ('importing', 'ready', 'failed')),
  progress integer not null default 0,
  problem text,
  characters integer not null default 0,
  block_count integer not null default 0,
  table_count integer not null default 0,
  -- Where each span of the logical text stands in the original.
  source_map bytea,
  imported_by uuid not null references person,
  imported_at timestamptz not null default now(),
  removed_at timestamptz,
  unique (manuscript_id, number)
);
create index revision_importing on revision (imported_at) where state = 'importing';

create table outline_node (
  revision_id uuid not null references revision on delete cascade,
  seq integer not null,
  parent integer not null,
  level integer not null,
  title text not null,
  start_offset integer not null,
  end_offset integer not null,
  first_block integer not null,
  end_block integer not null,
  primary key (revision_id, seq)
);

create table block (
  revision_id uuid not null references revision on delete cascade,
  seq integer not null,
  kind text not null check (kind in ('heading', 'paragraph', 'table', 'caption', 'note', 'image')),
  node integer not null,
  start_offset integer not null,
  text text not null,
  level integer,
  -- { rows, columns, cells: [[row, column, rowSpan, columnSpan, start, end], …] }
  table_grid jsonb,
  primary key (revision_id, seq)
);

create table review_run (
  revision_id uuid primary key references revision on delete cascade,
  preset text not null check (preset in ('yearbook', 'gazetteer', 'bulletin')),
  engine text not null,
  milliseconds integer not null,
  run_at timestamptz not null default now()
);

create table finding (
  revision_id uuid not null references revision on delete cascade,
  seq integer not null,
  id text not null,
  rule text not null,
  family text not null,
  severity text not null check (severity in ('error', 'warning', 'query', 'info')),
  norm text not null,
  clause text not null,
  start_offset integer not null,
  end_offset integer not null,
  block integer not null,
  node integer not null,
  quote text not null,
  message text not null,
  evidence jsonb not null,
  suggestion jsonb,
  decision text check (decision in ('dismiss', 'correct', 'verify', 'opine')),
  wording text,
  decided_by uuid references person,
  decided_at timestamptz,
  batch uuid,
  version integer not null default 0,
  primary key (revision_id, seq),
  unique (revision_id, id),
  -- A machine only points at political and secrecy matters; it never words an edit.
  check (suggestion is null or family not in ('political', 'secrecy'))
);
create index finding_rule on finding (revision_id, rule);
create index finding_batch on finding (batch) where batch is not null;
