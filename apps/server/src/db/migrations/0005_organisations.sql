-- Organisations that are renamed, moved and merged (机构沿革); Party organisations and partners beside the offices.

alter table organisation drop constraint organisation_kind_check;
alter table organisation
  add constraint organisation_kind_check check (kind in (
    'office', 'internalUnit', 'affiliatedInstitution', 'partyOrganisation', 'partner')),
  -- A Party organisation hangs at its office, but is of a tree of its own: its posts reach no office business.
  add column tree text not null default 'office' check (tree in ('office', 'party')),
  add column version integer not null default 1,
  -- Last day; null while it lasts. One that was merged names where it went.
  add column ended_on date,
  add column successor_id uuid references organisation,
  add constraint organisation_tree_kind check ((tree = 'party') = (kind = 'partyOrganisation')) not valid;

-- The office's Party committee was entered as an internal unit; where nothing was done in it yet it becomes what it is.
update organisation o set kind = 'partyOrganisation', tree = 'party', office_path = o.path
  where o.name = '机关党委' and o.kind = 'internalUnit'
    and not exists (select from organisation c where c.parent_id = o.id)
    and not exists (select from post where post.organisation_id = o.id)
    and not exists (select from work where work.organisation_id = o.id);
alter table organisation validate constraint organisation_tree_kind;

-- Names over time; that of today also stands in organisation.name.
create table organisation_name (
  organisation_id uuid not null references organisation,
  name text not null,
  -- First day; null: from the beginning, or not known.
  since date,
  -- Last day; null for the name of today.
  until date,
  recorded_by uuid references person,
  recorded_at timestamptz not null default now(),
  check (since is null or until is null or until >= since)
);
create unique index organisation_name_since on organisation_name (organisation_id, coalesce(since, '-infinity'::date));
create unique index organisation_name_today on organisation_name (organisation_id) where until is null;
insert into organisation_name (organisation_id, name) select id, name from organisation;

-- Where an organisation stood before it was moved, and what was merged into it: for who may read the audit of then.
create table organisation_former_path (
  organisation_id uuid not null references organisation,
  path text not null,
  primary key (organisation_id, path)
);
create index organisation_former_path_path on organisation_former_path (path);

-- Keys of organisations without a region code, never given twice.
create sequence organisation_key;

-- What the person is called in the post (职务): 主编、党组成员、机关党委书记.
alter table post add column title text not null default '';
