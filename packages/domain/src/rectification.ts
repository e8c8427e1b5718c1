/** Verdicts (核对结果) of a rectification check: 已改、部分已改、未改、已删去、待人工判断. */
export const VERDICTS = ['done', 'partly', 'notDone', 'gone', 'person'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Chinese names of the verdicts. */
export const VERDICT_NAMES: Record<Verdict, string> = {
  done: '已改',
  partly: '部分已改',
  notDone: '未改',
  gone: '已删去',
  person: '待人工判断',
};

/** What was asked for (核对对象): an opinion, a correction (径改), or a verification (核实). */
export const CHECK_SOURCES = ['opinion', 'correction', 'verification'] as const;
export type CheckSource = (typeof CHECK_SOURCES)[number];

/** Chinese names of what is checked. */
export const CHECK_SOURCE_NAMES: Record<CheckSource, string> = {
  opinion: '意见',
  correction: '径改',
  verification: '核实',
};

/** One place of a finding in the new revision, as the alignment and the rules see it. */
export interface PlaceInNew {
  /** Null where the passage is gone. */
  readonly changed: boolean | null;
  /** The same rule still raises a finding there. */
  readonly fires: boolean;
  /** The passage now reads as the suggestion; null without a suggestion. */
  readonly suggestionStands: boolean | null;
}

/**
 * Judges (判定) a finding's places in the new revision. Done: the suggestion stands, or the passage changed and the rule
 * is silent; partly: some of several places; not done: unchanged, or changed and the rule still fires; gone: all
 * removed. A person's opinion without a rule that could fire (`ruled` false) is for a person unless nothing changed.
 */
export function judgeRectification(places: readonly PlaceInNew[], ruled: boolean): Verdict {
  const verdicts = places.map((place): Verdict => {
    if (place.changed === null) return 'gone';
    if (place.suggestionStands) return 'done';
    if (!place.changed) return 'notDone';
    if (!ruled) return 'person';
    return place.fires ? 'notDone' : 'done';
  });
  const [first] = verdicts;
  if (first === undefined) return 'person';
  if (verdicts.every((verdict) => verdict === first)) return first;
  if (verdicts.includes('person')) return 'person';
  return verdicts.includes('notDone') ? 'partly' : 'done';
}
