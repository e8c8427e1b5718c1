-- Ways of writing that an office has settled for a work (统一写法), and last year's book (上卷), by its revision.

alter table work
  -- Id of the style → the choice.
  add column house_style jsonb not null default '{}',
  add column previous_id uuid references revision;
