// Printed from the migrations by `npm run generate`; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A jsonb column: any value out, JSON text in. */
export type Json = ColumnType<unknown, string, string>;

export interface AssignmentTable {
  work_id: string;
  place: string;
  contributor_id: string;
}
export interface AuditEntryTable {
  id: GeneratedAlways<number>;
  xid: Generated<string>;
  at: Generated<Date>;
  actor_id: string | null;
  office_path: string;
  action: string;
  subject: string;
  content_hash: Buffer;
}
export interface AuditSealTable {
  position: number;
  entry_id: number;
  hash: Buffer;
}
export interface BlockTable {
  revision_id: string;
  seq: number;
  kind: string;
  node: number;
  start_offset: number;
  text: string;
  level: number | null;
  table_grid: ColumnType<unknown, string | null, string | null>;
}
export interface BulletinFactTable {
  id: string;
  item_id: string;
  kind: string;
  name: string;
  detail: Json;
  paragraph: number;
  start_offset: number;
  end_offset: number;
  state: Generated<string>;
  settled_by: string | null;
  settled_at: Date | null;
  version: Generated<number>;
}
export interface BulletinImportTable {
  id: string;
  series_id: string;
  file_name: string;
  sha256: Buffer;
  state: string;
  head: Json;
  problems: Json;
  items: Json;
  body: string;
  issue_id: string | null;
  imported_by: string;
  imported_at: Generated<Date>;
}
export interface BulletinIssueTable {
  id: string;
  series_id: string;
  state: string;
  supplement: Generated<boolean>;
  year: number | null;
  number: number | null;
  total: number | null;
  series_name: string | null;
  issuer: string;
  issued_on: string | null;
  disclosure: string | null;
  ground: Generated<string>;
  up: Generated<string[]>;
  across: Generated<string[]>;
  down: Generated<string[]>;
  recipients_edited: Generated<boolean>;
  printed_by: string;
  printed_on: string | null;
  copies: number | null;
  created_by: string | null;
  created_at: Generated<Date>;
  drafted_by: string | null;
  drafted_at: Date | null;
  checked_by: string | null;
  checked_at: Date | null;
  signed_by: string | null;
  signed_at: Date | null;
  returned_why: string | null;
  published_at: Date | null;
  published_by: string | null;
  original_name: string | null;
  original_sha256: Buffer | null;
  version: Generated<number>;
}
export interface BulletinItemTable {
  id: string;
  issue_id: string;
  position: number;
  column_name: string | null;
  title: string;
  subtitle: string | null;
  body: string;
  source: string | null;
  dispatch_id: string | null;
  session_id: string | null;
  first_title: string;
  first_body: string;
  edited_by: string | null;
  edited_at: Date | null;
  version: Generated<number>;
}
export interface BulletinRecipientsTable {
  series_id: string;
  valid_from: string;
  up: string[];
  across: string[];
  down: string[];
}
export interface BulletinSecrecyReviewTable {
  issue_id: string;
  issue_version: number;
  outcome: string;
  note: Generated<string>;
  reviewed_by: string;
  reviewed_at: Generated<Date>;
}
export interface BulletinSeriesTable {
  id: string;
  organisation_id: string;
  kind: string;
  name: string;
  issuer: string;
  columns: Generated<string[]>;
  source_line: boolean;
  intake: boolean;
  circulated: boolean;
  running: Generated<boolean>;
  base_year: number | null;
  base_number: number | null;
  base_total: number | null;
  printed_by: string;
  copies: number;
  checkers: Generated<string[]>;
  signers: Generated<string[]>;
  ended_on: string | null;
  created_at: Generated<Date>;
  version: Generated<number>;
}
export interface CalendarDayTable {
  day: string;
  off: boolean;
  title: string;
}
export interface CheckLineTable {
  revision_id: string;
  number: number;
  source: string;
  findings: Generated<number[]>;
  opinion_id: string | null;
  office_id: string;
  place: string;
  quote: string;
  wording: string;
  suggestion: string | null;
  certainty: string;
  verdict: string;
  before_text: string;
  before_start: number;
  before_end: number;
  after_text: string | null;
  after_start: number | null;
  after_end: number | null;
  overruled: string | null;
  note: Generated<string>;
  overruled_by: string | null;
  overruled_at: Date | null;
  version: Generated<number>;
  letter_line_id: string | null;
  places: Generated<number>;
  places_done: Generated<number>;
}
export interface ContributorTable {
  id: string;
  work_id: string;
  name: string;
  position: number;
}
export interface DecisionBeforeTable {
  submission_id: string;
  seq: number;
  decision: string;
  wording: string | null;
  certainty: string | null;
  contributor_id: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  decided_office: string | null;
  batch: string | null;
}
export interface DictionaryWordTable {
  id: string;
  work_id: string;
  position: GeneratedAlways<number>;
  word: string;
  kind: string;
  wrong: Generated<string[]>;
  from_year: number | null;
  to_year: number | null;
  added_by: string;
  added_at: Generated<Date>;
}
export interface DispatchTable {
  id: string;
  from_id: string;
  to_id: string;
  series_id: string;
  call_id: string | null;
  title: string;
  body: string;
  source: string;
  approved_by: string;
  approved_on: string;
  original_name: string | null;
  state: string;
  reason: string | null;
  issue_id: string | null;
  sent_by: string;
  sent_at: Generated<Date>;
  decided_by: string | null;
  decided_at: Date | null;
  version: Generated<number>;
}
export interface DispatchCallTable {
  id: string;
  office_id: string;
  series_id: string;
  topic: string;
  note: Generated<string>;
  column_name: string | null;
  due_on: string;
  called_by: string;
  called_at: Generated<Date>;
  ended_at: Date | null;
}
export interface FigureTable {
  revision_id: string;
  seq: number;
  start_offset: number;
  end_offset: number;
  node: number;
  block: number;
  table_row: number | null;
  table_column: number | null;
  words_before: string;
  printed: string;
  words_after: string;
  value: number;
  place: number;
  unit: string;
  printed_unit: string;
  kind: string;
  approximate: boolean;
  subject: string;
  indicator: string;
  scope: string;
  period: string;
}
export interface FigureVerdictTable {
  id: string;
  work_id: string;
  position: GeneratedAlways<number>;
  first_key: string;
  second_key: string;
  verdict: string;
  decided_by: string;
  decided_at: Generated<Date>;
}
export interface FindingTable {
  revision_id: string;
  seq: number;
  id: string;
  rule: string;
  family: string;
  severity: string;
  norm: string;
  clause: string;
  start_offset: number;
  end_offset: number;
  block: number;
  node: number;
  quote: string;
  message: string;
  evidence: Json;
  suggestion: ColumnType<unknown, string | null, string | null>;
  decision: string | null;
  wording: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  batch: string | null;
  version: Generated<number>;
  decided_office: string | null;
  contributor_id: string | null;
  certainty: string | null;
  carried_from: number | null;
}
export interface LetterTable {
  id: string;
  secret: string;
  kind: string;
  revision_id: string;
  office_id: string;
  office_name: string | null;
  contributor_id: string | null;
  addressee: string;
  number: string | null;
  round: number;
  preamble: string;
  closing: string;
  contact: string | null;
  working_days: number;
  state: string;
  created_by: string;
  created_at: Generated<Date>;
  signed_by: string | null;
  signed_at: Date | null;
  due_on: string | null;
  answered_at: Date | null;
  version: Generated<number>;
}
export interface LetterLineTable {
  id: string;
  letter_id: string;
  number: number;
  findings: Generated<number[]>;
  opinion_id: string | null;
  family: string | null;
  start_offset: number;
  end_offset: number;
  block: number;
  place: string;
  quote: string;
  wording: string;
  suggestion: string | null;
  basis: string | null;
  certainty: string;
  left_out: Generated<boolean>;
  wording_edited: Generated<boolean>;
  certainty_edited: Generated<boolean>;
  answer: string | null;
  answer_note: string | null;
  answered_via: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  version: Generated<number>;
}
export interface ManuscriptTable {
  id: string;
  work_id: string;
  title: string;
  created_at: Generated<Date>;
}
export interface OpinionTable {
  id: string;
  revision_id: string;
  office_id: string;
  start_offset: number;
  end_offset: number;
  block: number;
  node: number;
  quote: string;
  wording: string;
  certainty: string;
  raised_by: string;
  raised_at: Generated<Date>;
  version: Generated<number>;
}
export interface OrganisationTable {
  id: string;
  parent_id: string | null;
  name: string;
  kind: string;
  region_code: string | null;
  path: string;
  office_path: string;
  position: number;
  tree: Generated<string>;
  version: Generated<number>;
  ended_on: string | null;
  successor_id: string | null;
}
export interface OrganisationFormerPathTable {
  organisation_id: string;
  path: string;
}
export interface OrganisationNameTable {
  organisation_id: string;
  name: string;
  since: string | null;
  until: string | null;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
}
export interface OutlineNodeTable {
  revision_id: string;
  seq: number;
  parent: number;
  level: number;
  title: string;
  start_offset: number;
  end_offset: number;
  first_block: number;
  end_block: number;
}
export interface PersonTable {
  id: string;
  name: string;
  display_name: string;
  password: string;
  must_change_password: boolean;
  active: Generated<boolean>;
  created_at: Generated<Date>;
}
export interface PostTable {
  id: string;
  person_id: string;
  organisation_id: string;
  role: string;
  since: string;
  until: string | null;
  title: Generated<string>;
}
export interface RectificationCheckTable {
  revision_id: string;
  against_id: string;
  state: string;
  alignment: Buffer | null;
  new_findings: Generated<number>;
  engine: string | null;
  milliseconds: number | null;
  made_at: Date | null;
  version: Generated<number>;
}
export interface ReplyTable {
  id: string;
  letter_id: string;
  file_name: string;
  sha256: Buffer;
  bytes: number;
  received_at: Generated<Date>;
  received_by: string | null;
  matched: number;
  unmatched: Json;
}
export interface ReviewRunTable {
  revision_id: string;
  preset: string;
  engine: string;
  milliseconds: number;
  run_at: Generated<Date>;
  state: Generated<string>;
  progress: Generated<number>;
}
export interface RevisionTable {
  id: string;
  manuscript_id: string;
  number: number;
  file_name: string;
  format: string;
  sha256: Buffer;
  bytes: number;
  state: string;
  progress: Generated<number>;
  problem: string | null;
  characters: Generated<number>;
  block_count: Generated<number>;
  table_count: Generated<number>;
  source_map: Buffer | null;
  imported_by: string;
  imported_at: Generated<Date>;
  removed_at: Date | null;
  report: ColumnType<unknown, string | null, string | null>;
  reading_sha256: Buffer | null;
}
export interface SessionTable {
  secret_hash: Buffer;
  person_id: string;
  created_at: Generated<Date>;
  used_at: Generated<Date>;
  expires_at: Date;
}
export interface SignInFailureTable {
  key: Buffer;
  at: Generated<Date>;
}
export interface StudySessionTable {
  id: string;
  organisation_id: string;
  kind: string;
  held_on: string;
  title: string;
  record: Json;
  issue_id: string | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  removed_at: Date | null;
  version: Generated<number>;
}
export interface SubmissionTable {
  id: string;
  revision_id: string;
  office_id: string;
  note: Generated<string>;
  sent_by: string;
  sent_at: Generated<Date>;
  ended_how: string | null;
  ended_at: Date | null;
}
export interface SuppressionTable {
  id: string;
  work_id: string;
  rule: string;
  quote: string | null;
  reason: Generated<string>;
  revision_id: string;
  batch: string;
  added_by: string;
  added_at: Generated<Date>;
}
export interface TaskTable {
  id: string;
  kind: string;
  organisation_id: string;
  assigner_id: string;
  work_id: string;
  subject: string;
  title: string;
  addressee: string | null;
  owner_post_id: string | null;
  due_on: string;
  state: string;
  reminded_at: Date | null;
  created_at: Generated<Date>;
  closed_at: Date | null;
  version: Generated<number>;
}
export interface TaskDeputyTable {
  task_id: string;
  post_id: string;
}
export interface TaskEventTable {
  id: GeneratedAlways<number>;
  task_id: string;
  at: Generated<Date>;
  person_id: string | null;
  office_id: string | null;
  action: string;
  note: Generated<string>;
}
export interface TaskEvidenceTable {
  id: string;
  task_id: string;
  subject: string | null;
  note: string;
  added_by: string | null;
  added_at: Generated<Date>;
}
export interface TokenTable {
  id: string;
  secret_hash: Buffer;
  person_id: string;
  label: string;
  created_at: Generated<Date>;
  expires_at: Date;
  last_used_at: Date | null;
}
export interface WorkTable {
  id: string;
  organisation_id: string;
  title: string;
  kind: string;
  recorded_year: number | null;
  created_at: Generated<Date>;
  version: Generated<number>;
  period_from: number | null;
  period_to: number | null;
  place: string | null;
  house_style: ColumnType<unknown, string | undefined, string>;
  previous_id: string | null;
}

/** All tables. */
export interface Schema {
  assignment: AssignmentTable;
  audit_entry: AuditEntryTable;
  audit_seal: AuditSealTable;
  block: BlockTable;
  bulletin_fact: BulletinFactTable;
  bulletin_import: BulletinImportTable;
  bulletin_issue: BulletinIssueTable;
  bulletin_item: BulletinItemTable;
  bulletin_recipients: BulletinRecipientsTable;
  bulletin_secrecy_review: BulletinSecrecyReviewTable;
  bulletin_series: BulletinSeriesTable;
  calendar_day: CalendarDayTable;
  check_line: CheckLineTable;
  contributor: ContributorTable;
  decision_before: DecisionBeforeTable;
  dictionary_word: DictionaryWordTable;
  dispatch: DispatchTable;
  dispatch_call: DispatchCallTable;
  figure: FigureTable;
  figure_verdict: FigureVerdictTable;
  finding: FindingTable;
  letter: LetterTable;
  letter_line: LetterLineTable;
  manuscript: ManuscriptTable;
  opinion: OpinionTable;
  organisation: OrganisationTable;
  organisation_former_path: OrganisationFormerPathTable;
  organisation_name: OrganisationNameTable;
  outline_node: OutlineNodeTable;
  person: PersonTable;
  post: PostTable;
  rectification_check: RectificationCheckTable;
  reply: ReplyTable;
  review_run: ReviewRunTable;
  revision: RevisionTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  study_session: StudySessionTable;
  submission: SubmissionTable;
  suppression: SuppressionTable;
  task: TaskTable;
  task_deputy: TaskDeputyTable;
  task_event: TaskEventTable;
  task_evidence: TaskEvidenceTable;
  token: TokenTable;
  work: WorkTable;
}
