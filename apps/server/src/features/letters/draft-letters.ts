import type { Decision, LetterKind, Preset } from '@xiuzhi/domain';

import { recordAudit } from '../../db/record-audit.ts';
import type { Tx } from '../../db/open-database.ts';
import type { Caller } from '../../http/context.ts';
import { planLines, type PlannedLine } from './plan-lines.ts';
import {
  isUnchanged,
  loadBlocks,
  loadDraftableFindings,
  loadDraftableOpinions,
  loadDraftLines,
  loadTitles,
  loadUnits,
  saveDraftLines,
  type PlacedLine,
} from './store-lines.ts';
import {
  countRounds,
  deleteDrafts,
  insertLetters,
  loadLetters,
  lockDrafts,
  touchLetters,
  type LetterRow,
  type NewLetter,
} from './store.ts';

/** Working days to answer within, unless the office says otherwise. */
const WORKING_DAYS: Record<LetterKind, number> = { opinions: 20, slip: 10 };

/** What the text of each kind of work is called (稿). */
const TEXT_NAMES: Record<Preset, string> = { yearbook: '年鉴稿', gazetteer: '志稿', bulletin: '稿件' };

/** What is drafted, and for which office. */
export interface DraftCommand {
  readonly kind: LetterKind;
  readonly officeId: string;
  /** The text was sent up to the issuing office. */
  readonly isSuperior: boolean;
  readonly subject: {
    readonly revision_id: string;
    readonly manuscript_id: string;
    readonly work_id: string;
    readonly title: string;
    readonly kind: string;
    readonly number: number;
    readonly reviewed_name: string;
  };
}

/**
 * Drafts (拟稿) the opinion letter or the slips of an office on a revision from its decisions; drafts that exist are
 * brought up to date and keep what was edited by hand. Null where there is nothing to say, nor was.
 */
export async function draftLetters(tx: Tx, caller: Caller, command: DraftCommand): Promise<LetterRow[] | null> {
  const { kind, officeId, subject } = command;
  const scope = { revisionId: subject.revision_id, officeId, kind };
  // First the drafts: whoever signs one at this moment is waited for, and what it holds is not drafted again.
  const drafts = await lockDrafts(tx, scope);
  // The units before what names them: none is removed from here on.
  const units = kind === 'slip' ? await loadUnits(tx, subject.work_id) : { assignments: new Map(), names: new Map() };
  const findings = await loadDraftableFindings(tx, { ...scope, decisions: decisionsFor(command) });
  const opinions = kind === 'opinions' ? await loadDraftableOpinions(tx, scope) : [];
  const places = [...findings, ...opinions];
  const nodes = places.map(({ node }) => node);
  const titles = await loadTitles(tx, subject.revision_id, nodes);
  const numbers = places.map(({ block }) => block);
  const blocks = await loadBlocks(tx, subject.revision_id, numbers);
  const lines = planLines({ kind, findings, opinions, titles, blocks, assignments: units.assignments });

  const letterOf = new Map(drafts.map((draft) => [draft.contributor_id, draft.id]));
  const missing = [...new Set(lines.map((line) => line.contributorId))].filter((unit) => !letterOf.has(unit));
  const rounds = await countRounds(tx, { manuscriptId: subject.manuscript_id, officeId, kind });
  const added = await insertLetters(
    tx,
    missing.map((unit) => newLetter(command, caller, unit, units.names, (rounds.get(unit) ?? 0) + 1)),
  );
  for (const [index, unit] of missing.entries()) letterOf.set(unit, added[index]!);

  const before = await loadDraftLines(tx, [...letterOf.values()]);
  const placed = matchLines(lines, before, letterOf);
  const stays = new Set(placed.flatMap(({ id }) => id ?? []));
  const gone = before.filter((row) => !stays.has(row.id));
  const rowOf = new Map(before.map((row) => [row.id, row]));
  const kept = placed.filter((line) => line.id === null || !isUnchanged(rowOf.get(line.id)!, line));
  const letterIds = [...letterOf.values()];
  if (gone.length > 0 || kept.length > 0)
    await saveDraftLines(tx, { gone: gone.map((row) => row.id), kept, letterIds });
  const filled = new Set(placed.map(({ letterId }) => letterId));
  const empty = letterIds.filter((id) => !filled.has(id));
  await deleteDrafts(tx, empty);
  const moved = kept.flatMap(({ id }) => (id === null ? [] : rowOf.get(id)!.letter_id));
  const changed = new Set([...gone.map((row) => row.letter_id), ...kept.map((line) => line.letterId), ...moved]);
  await touchLetters(
    tx,
    drafts.flatMap(({ id }) => (changed.has(id) && filled.has(id) ? id : [])),
  );
  if (drafts.length === 0 && placed.length === 0) return null;
  await recordAudit(tx, {
    actor: caller,
    action: 'letters.draft',
    subject: `revision:${subject.revision_id}`,
    content: { kind, letters: [...filled], added: kept.length, gone: gone.length },
  });
  return loadLetters(tx, [...filled]);
}

/**
 * Decisions that a letter is made of. An office corrects (径改) its own text by itself; a superior has no text to correct,
 * and asks for it.
 */
function decisionsFor({ kind, isSuperior }: DraftCommand): Decision[] {
  if (kind === 'slip') return ['verify'];
  return isSuperior ? ['opine', 'correct'] : ['opine'];
}

/** Finds the line that each planned one was before: the same opinion, or one that shares a finding. */
function matchLines(
  lines: readonly PlannedLine[],
  before: Awaited<ReturnType<typeof loadDraftLines>>,
  letterOf: ReadonlyMap<string | null, string>,
): PlacedLine[] {
  const byOpinion = new Map(before.flatMap((row) => (row.opinion_id ? [[row.opinion_id, row.id] as const] : [])));
  const bySeq = new Map(before.flatMap((row) => row.findings.map((seq) => [seq, row.id] as const)));
  const taken = new Set<string>();
  return lines.map((line) => {
    const candidates = line.opinionId ? [byOpinion.get(line.opinionId)] : line.findings.map((seq) => bySeq.get(seq));
    const id = candidates.find((each) => each !== undefined && !taken.has(each)) ?? null;
    if (id) taken.add(id);
    return { id, letterId: letterOf.get(line.contributorId)!, line };
  });
}

function newLetter(
  { kind, officeId, isSuperior, subject }: DraftCommand,
  caller: Caller,
  contributorId: string | null,
  names: ReadonlyMap<string, string>,
  round: number,
): NewLetter {
  const book = subject.title.startsWith('《') ? subject.title : `《${subject.title}》`;
  const text = `${book}${TEXT_NAMES[subject.kind as Preset]}（第${subject.number}稿）`;
  const preambles = {
    opinions: isSuperior
      ? `你单位报送的${text}收悉。经审查，现提出以下意见，请研究办理。`
      : `${text}经审读，现将意见整理如下，请逐条研究办理。`,
    slip: `我单位正在${isSuperior ? '审查' : '编纂'}${book}，其中有需要请贵单位核实的内容，现函请核实。`,
  };
  return {
    kind,
    revisionId: subject.revision_id,
    officeId,
    contributorId,
    addressee: kind === 'slip' ? (names.get(contributorId ?? '') ?? '') : isSuperior ? subject.reviewed_name : '编辑部',
    round,
    preamble: preambles[kind],
    closing: kind === 'slip' ? '感谢贵单位对地方志工作的支持。' : isSuperior ? '特此函告。' : '',
    workingDays: WORKING_DAYS[kind],
    createdBy: caller.personId,
  };
}
