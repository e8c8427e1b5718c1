-- Accounts (组织、人员、岗位) and audit (审计).

create table organisation (
  id uuid primary key,
  parent_id uuid references organisation,
  name text not null,
  kind text not null check (kind in ('office', 'internalUnit', 'affiliatedInstitution')),
  region_code text unique,
  -- Keys from the root, each followed by '/': a prefix is an ancestor.
  path text not null unique,
  -- Path of the office (or affiliated institution) that the unit works in.
  office_path text not null,
  -- Order among siblings: region code, or the order of entry. Never pinyin.
  position integer not null
);
create index organisation_parent on organisation (parent_id, position);
create index organisation_path on organisation (path text_pattern_ops);

create table person (
  id uuid primary key,
  name text not null unique,
  display_name text not null,
  -- argon2id: scheme$memory$passes$lanes$salt$hash
  password text not null,
  must_change_password boolean not null,
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table post (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('administrator', 'reviewLead', 'reviewer', 'reader')),
  since date not null,
  -- Last day; null while it lasts.
  until date,
  check (until is null or until >= since)
);
create index post_person on post (person_id);
create index post_organisation on post (organisation_id);

create table session (
  -- SHA-256 of the cookie's secret.
  secret_hash bytea primary key,
  person_id uuid not null references person,
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table token (
  id uuid primary key,
  secret_hash bytea not null unique,
  person_id uuid not null references person,
  label text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz
);
create index token_person on token (person_id, created_at);

-- Failed sign-ins, to slow guessing down on every node alike.
create table sign_in_failure (
  -- SHA-256 of the name or of the address tried.
  key bytea not null,
  at timestamptz not null default now()
);
create index sign_in_failure_key on sign_in_failure (key, at);

create table audit_entry (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  actor_id uuid,
  -- Path of the actor's office at that time, for who may read the entry.
  office_path text not null,
  action text not null,
  subject text not null,
  -- SHA-256 of what was done, so that it can be compared but not read.
  content_hash bytea not null
);
create index audit_entry_unsealed on audit_entry (xid, id);

-- The chain: written afterwards by one sealer, in order of commit.
create table audit_seal (
  position bigint primary key,
  entry_id bigint not null unique references audit_entry,
  hash bytea not null
);
