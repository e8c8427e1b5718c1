// Printed from the migrations by `npm run generate`; do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A jsonb column: any value out, JSON text in. */
export type Json = ColumnType<unknown, string, string>;

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
}

export interface ManuscriptTable {
  id: string;
  work_id: string;
  title: string;
  created_at: Generated<Date>;
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
}

export interface ReviewRunTable {
  revision_id: string;
  preset: string;
  engine: string;
  milliseconds: number;
  run_at: Generated<Date>;
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
}

/** All tables. */
export interface Schema {
  audit_entry: AuditEntryTable;
  audit_seal: AuditSealTable;
  block: BlockTable;
  finding: FindingTable;
  manuscript: ManuscriptTable;
  organisation: OrganisationTable;
  outline_node: OutlineNodeTable;
  person: PersonTable;
  post: PostTable;
  review_run: ReviewRunTable;
  revision: RevisionTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  token: TokenTable;
  work: WorkTable;
}
