/** Rule families (规则类), for all time; `political` and `secrecy` only ever raise `query` without an edit. */
export const FAMILIES = [
  'punctuation',
  'numerals',
  'units',
  'time',
  'person',
  'style',
  'terms',
  'names',
  'figures',
  'dates',
  'structure',
  'duplicates',
  'typos',
  'political',
  'secrecy',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Chinese names of the families (规则类). */
export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  punctuation: '标点',
  numerals: '数字用法',
  units: '计量单位',
  time: '时间表述',
  person: '人称',
  style: '文风',
  terms: '固定提法',
  names: '名称',
  figures: '数据核算',
  dates: '纪年日期',
  structure: '篇目结构',
  duplicates: '重复',
  typos: '错别字',
  political: '涉政表述',
  secrecy: '保密',
};

/** Severity (级别): 应改 / 建议 / 存疑 / 提示, strongest first. */
export const SEVERITIES = ['error', 'warning', 'query', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Chinese names of the severities (级别). */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '应改',
  warning: '建议',
  query: '存疑',
  info: '提示',
};

/** A span of the volume's logical text, UTF-16 units, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Evidence (依据): one place the finding rests on, or the recomputation. */
export interface Evidence {
  /** What this is, in Chinese: 印刷合计, 分项之和, 另一处 … */
  readonly label: string;
  /** Place in the text, where there is one. */
  readonly span?: Span;
  /** Printed or recomputed value, in Chinese office form: `4903`, `123＋456＝579`. */
  readonly value?: string;
}

/** An exact edit (建议改法): replace the span by `replacement`; only where it is safe to apply unseen. */
export interface Suggestion extends Span {
  readonly replacement: string;
}

/** Finding (疑点): what a rule noticed. A machine raises 疑点; only people give 意见. */
export interface Finding extends Span {
  /** `<rule>@<16 hex>` of entry path, quote and its occurrence within the entry: survives edits elsewhere. */
  readonly id: string;
  readonly rule: string;
  readonly family: Family;
  readonly severity: Severity;
  /** Id of the norm in the register (norms/), e.g. `gbt15834-2011`. */
  readonly norm: string;
  /** Clause of that norm, e.g. `4.5.3.4`; `convention` (惯例，待确认) or `pending` (待录入) where no clause is held. */
  readonly clause: string;
  readonly quote: string;
  /** One natural Chinese sentence. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly suggestion?: Suggestion;
}
