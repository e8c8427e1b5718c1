-- A unit that is removed is taken off the findings that name it: without this all findings of the house are read for it.
create index finding_contributor on finding (contributor_id) where contributor_id is not null;
