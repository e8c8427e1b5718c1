-- What was taken of a file and what was not (读入报告), and the copies that old Word files are read from.

alter table revision
  drop constraint revision_format_check,
  add constraint revision_format_check check (format in ('docx', 'md', 'txt', 'pdf', 'doc', 'wps')),
  -- { entries, foreign, lines }; null for what was read before there were reports.
  add column report jsonb,
  -- The .docx that a .doc or .wps was converted to; its text and its places are those of the book.
  add column reading_sha256 bytea;
