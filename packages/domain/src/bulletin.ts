/** Kinds of bulletin series (简报种类): work bulletin 工作简报, political-work bulletin 政工简讯; their lives differ. */
export const SERIES_KINDS = ['work', 'politicalWork'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

/** Chinese names of the kinds of series. */
export const SERIES_KIND_NAMES: Record<SeriesKind, string> = { work: '工作简报', politicalWork: '政工简讯' };

/** Disclosure attribute of a document (公开属性): it is not secrecy, and not an order to put the document on the web. */
export const DISCLOSURES = ['proactive', 'onRequest', 'withheld', 'undetermined'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** Chinese names of the disclosure attributes, as the tail prints them. */
export const DISCLOSURE_NAMES: Record<Disclosure, string> = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  withheld: '不予公开',
  undetermined: '待报请确定',
};

/** States of an issue (期的状态): 拟稿、核稿、签发、已签发. An issue read back from a file is signed from the start. */
export const ISSUE_STATES = ['draft', 'checking', 'signing', 'signed'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** Chinese names of the states. */
export const ISSUE_STATE_NAMES: Record<IssueState, string> = {
  draft: '拟稿',
  checking: '待核稿',
  signing: '待签发',
  signed: '已签发',
};

/** Outcome of a pre-release secrecy review (保密审查): 可以印发, or 需要处理. */
export const SECRECY_OUTCOMES = ['cleared', 'objected'] as const;
export type SecrecyOutcome = (typeof SECRECY_OUTCOMES)[number];

/** Chinese names of the outcomes. */
export const SECRECY_OUTCOME_NAMES: Record<SecrecyOutcome, string> = { cleared: '审查通过', objected: '需要处理' };

/** An issue as decisions see it. */
export interface IssueNow {
  readonly state: IssueState;
  readonly version: number;
  readonly items: number;
  readonly issuedOn: string | null;
  readonly disclosure: Disclosure | null;
  readonly ground: string;
  /** Who handed it over for checking. */
  readonly draftedBy: string | null;
  /** The last secrecy review, with the version of the issue it was of; null before any. */
  readonly secrecy: { readonly outcome: SecrecyOutcome; readonly version: number } | null;
  readonly published: boolean;
}

/** What people do with an issue: 送核、核稿通过、退回、保密审查、签发、撤销公开 … */
export type IssueCommand = 'submit' | 'check' | 'giveBack' | 'reviewSecrecy' | 'sign' | 'publish' | 'unpublish';

export type IssueRefusal =
  | 'STALE'
  | 'NOT_AT_THIS_STEP'
  | 'NO_ITEMS'
  | 'NO_ISSUE_DATE'
  | 'SAME_HAND'
  | 'DISCLOSURE_REQUIRED'
  | 'GROUND_REQUIRED'
  | 'SECRECY_REVIEW_REQUIRED'
  | 'NOT_PROACTIVE';

interface IssueRule {
  /** The steps at which the command is given. */
  readonly at: readonly IssueState[];
  /** Where it leads; null where the issue stays. */
  readonly to: IssueState | null;
  /** Whether whoever drafted leaves it to somebody else (换人办理). These may all be of one other person. */
  readonly byAnother?: true;
}

/** When each command is given, where it leads, and by whom not. */
const RULES: Record<IssueCommand, IssueRule> = {
  submit: { at: ['draft'], to: 'checking' },
  check: { at: ['checking'], to: 'signing', byAnother: true },
  giveBack: { at: ['checking', 'signing'], to: 'draft' },
  // Of what was read back from a file no review is known: it is made before that goes on the web.
  reviewSecrecy: { at: ['checking', 'signing', 'signed'], to: null, byAnother: true },
  sign: { at: ['signing'], to: 'signed', byAnother: true },
  publish: { at: ['signed'], to: null },
  unpublish: { at: ['signed'], to: null },
};

/**
 * Moves an issue through 拟稿 → 核稿 → 签发 (流转): its next state, or why not. Nobody checks, reviews or signs what they
 * drafted; the secrecy review counts for the very text it was made of, and nothing goes on the web without; the disclosure
 * attribute has no default.
 */
export function moveIssue(
  issue: IssueNow,
  command: IssueCommand,
  { personId, version }: { readonly personId: string; readonly version: number },
): IssueState | IssueRefusal {
  const { at, to, byAnother } = RULES[command];
  if (!at.includes(issue.state)) return 'NOT_AT_THIS_STEP';
  if (issue.version !== version) return 'STALE';
  const refusal =
    (command === 'submit' && missingInDraft(issue)) ||
    (command === 'reviewSecrecy' && isPastReview(issue) && 'NOT_AT_THIS_STEP') ||
    (byAnother && issue.draftedBy === personId && 'SAME_HAND') ||
    (command === 'sign' && missingForSigning(issue)) ||
    (command === 'publish' && missingForWeb(issue));
  return refusal || to || issue.state;
}

function missingInDraft({ items, issuedOn }: IssueNow): IssueRefusal | false {
  if (items === 0) return 'NO_ITEMS';
  return issuedOn === null && 'NO_ISSUE_DATE';
}

function missingForSigning(issue: IssueNow): IssueRefusal | false {
  const { disclosure, ground } = issue;
  if (missingInDraft(issue)) return missingInDraft(issue);
  if (disclosure === null) return 'DISCLOSURE_REQUIRED';
  if (needsGround(disclosure) && ground.trim() === '') return 'GROUND_REQUIRED';
  return !isCleared(issue) && 'SECRECY_REVIEW_REQUIRED';
}

function missingForWeb(issue: IssueNow): IssueRefusal | false {
  if (issue.disclosure !== 'proactive') return 'NOT_PROACTIVE';
  return !isCleared(issue) && 'SECRECY_REVIEW_REQUIRED';
}

/** Signed, and either reviewed or not for the web. */
function isPastReview(issue: IssueNow): boolean {
  return issue.state === 'signed' && (issue.disclosure !== 'proactive' || isCleared(issue));
}

function isCleared({ secrecy, version }: IssueNow): boolean {
  return secrecy?.outcome === 'cleared' && secrecy.version === version;
}

/** Whether a disclosure attribute must give its ground (公开属性的依据). */
export function needsGround(disclosure: Disclosure | null): boolean {
  return disclosure === 'onRequest' || disclosure === 'withheld';
}

/** Numbers of an issue (期号): within its year, and running through all years; a supplement (增刊) has no running number. */
export interface IssueNumber {
  readonly year: number;
  readonly number: number;
  readonly total: number | null;
}

/** What the next number follows: the highest of the year and of all years so far, null before the first. */
export interface Numbering {
  readonly year: number;
  readonly lastNumber: number | null;
  readonly lastTotal: number | null;
  readonly supplement: boolean;
  /** Whether the series has a running number (总期号) at all. */
  readonly running: boolean;
}

/** The next number of a series (编号). */
export function nextNumber({ year, lastNumber, lastTotal, supplement, running }: Numbering): IssueNumber {
  return {
    year,
    number: (lastNumber ?? 0) + 1,
    total: supplement || !running ? null : (lastTotal ?? 0) + 1,
  };
}

/**
 * Whether an issue of this year would make the running number go back (总期号倒排): a later year, up to `lastYear`, has
 * running numbers already. A supplement has none, nor has a series without them.
 */
export function runsBack({
  year,
  lastYear,
  supplement,
  running,
}: Pick<Numbering, 'year' | 'supplement' | 'running'> & { readonly lastYear: number | null }): boolean {
  return running && !supplement && lastYear !== null && lastYear > year;
}

/** An issue's number as its head prints it (期号): 第12期（总第88期）, 增刊第1期; '' without one. */
export function printIssueNumber(issue: {
  readonly number: number | null;
  readonly total: number | null;
  readonly supplement: boolean;
}): string {
  if (issue.number === null) return issue.total === null ? '' : `总第${issue.total}期`;
  const own = `${issue.supplement ? '增刊' : ''}第${issue.number}期`;
  return issue.total === null ? own : `${own}（总第${issue.total}期）`;
}

/** States of copy that an office sends in (来稿状态): 已报送、已采用、未采用、已撤回. */
export const DISPATCH_STATES = ['sent', 'taken', 'declined', 'withdrawn'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** Chinese names of the states. */
export const DISPATCH_STATE_NAMES: Record<DispatchState, string> = {
  sent: '待处理',
  taken: '已采用',
  declined: '未采用',
  withdrawn: '已撤回',
};

export type DispatchCommand = 'take' | 'decline' | 'withdraw' | 'putBack';

/** Moves copy that was sent in (来稿处理): its next state, or why not; what was taken or declined can be put back (改回待处理). */
export function moveDispatch(
  dispatch: { readonly state: DispatchState; readonly version: number },
  command: DispatchCommand,
  version: number,
): DispatchState | 'STALE' | 'DISPATCH_ENDED' {
  const open = dispatch.state === 'sent';
  const mayMove = command === 'putBack' ? dispatch.state === 'taken' || dispatch.state === 'declined' : open;
  if (!mayMove) return 'DISPATCH_ENDED';
  if (dispatch.version !== version) return 'STALE';
  return ({ take: 'taken', decline: 'declined', withdraw: 'withdrawn', putBack: 'sent' } as const)[command];
}

/** Kinds of study sessions and meetings (会议类别): 中心组学习、中心组扩大学习、党组会、工作会议、其他. */
export const SESSION_KINDS = ['study', 'studyEnlarged', 'partyGroup', 'meeting', 'other'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Chinese names of the kinds of sessions. */
export const SESSION_KIND_NAMES: Record<SessionKind, string> = {
  study: '党组理论学习中心组学习',
  studyEnlarged: '党组理论学习中心组学习（扩大）',
  partyGroup: '党组会议',
  meeting: '工作会议',
  other: '其他会议',
};

/** Levels from which a document relayed at a session comes (制发层级). */
export const ISSUING_LEVELS = ['central', 'province', 'prefecture', 'county', 'department', 'own'] as const;
export type IssuingLevel = (typeof ISSUING_LEVELS)[number];

/** Chinese names of the levels. */
export const ISSUING_LEVEL_NAMES: Record<IssuingLevel, string> = {
  central: '中央',
  province: '省级',
  prefecture: '市级',
  county: '县级',
  department: '上级部门',
  own: '本单位',
};

/** Kinds of facts read out of an item as candidates (线索种类): 会议、要求、人物、著述、数据. */
export const FACT_KINDS = ['meeting', 'demand', 'person', 'work', 'figure'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Chinese names of the kinds of facts. */
export const FACT_KIND_NAMES: Record<FactKind, string> = {
  meeting: '会议',
  demand: '要求',
  person: '人物',
  work: '著述',
  figure: '数据',
};

/** States of a fact (认定): 待确认、已确认、不采用. Only a person confirms. */
export const FACT_STATES = ['candidate', 'confirmed', 'dismissed'] as const;
export type FactState = (typeof FACT_STATES)[number];

/** Chinese names of the states. */
export const FACT_STATE_NAMES: Record<FactState, string> = {
  candidate: '待确认',
  confirmed: '已确认',
  dismissed: '不采用',
};
