/** Decisions (处理) on a finding: 不采纳、径改、核实、提意见. */
export const DECISIONS = ['dismiss', 'correct', 'verify', 'opine'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Chinese names of the decisions. */
export const DECISION_NAMES: Record<Decision, string> = {
  dismiss: '不采纳',
  correct: '径改',
  verify: '核实',
  opine: '提意见',
};

/** What a decision is made on: the finding as it stands. */
export interface DecidableFinding {
  /** Family of its rule; political and secrecy findings are looked at one by one. */
  readonly family: string;
  readonly fixable: boolean;
  readonly version: number;
}

/** The command of an editor; `decision` null takes an earlier decision back. */
export interface DecideCommand {
  readonly decision: Decision | null;
  readonly wording: string | null;
  /** Version of the finding the editor had on screen; null in bulk, where only undecided findings are touched. */
  readonly version: number | null;
}

export type DecisionRefusal = 'DECISION_CONFLICT' | 'NO_SUGGESTION' | 'WORDING_REQUIRED' | 'ONE_BY_ONE';

const ONE_BY_ONE = new Set(['political', 'secrecy']);

/**
 * Decides (处理) one finding: the new decision, or why not. 径改 needs a suggestion to record, 提意见 the editor's words;
 * political and secrecy findings are never decided in bulk (politics and secrecy are only ever pointed out).
 */
export function decideFinding(
  finding: DecidableFinding,
  command: DecideCommand,
): { decision: Decision | null; wording: string | null; version: number } | DecisionRefusal {
  if (command.version === null && ONE_BY_ONE.has(finding.family)) return 'ONE_BY_ONE';
  if (command.version !== null && command.version !== finding.version) return 'DECISION_CONFLICT';
  if (command.decision === 'correct' && !finding.fixable) return 'NO_SUGGESTION';
  const wording = command.decision === 'opine' ? command.wording?.trim() || null : null;
  if (command.decision === 'opine' && wording === null) return 'WORDING_REQUIRED';
  return { decision: command.decision, wording, version: finding.version + 1 };
}
