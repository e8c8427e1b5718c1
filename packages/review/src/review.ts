import type { Finding } from './finding.ts';
import { liesInZone } from './find-zone.ts';
import { hashText } from './hash-text.ts';
import { PRESET_RULES, type Preset } from './presets.ts';
import type { Detail, Passage, Report, Rule } from './rule.ts';
import { ALL_RULES, type RuleId } from './rules/index.ts';
import type { Block, OutlineNode, Volume } from './volume.ts';

/** What to run: a preset (类型), or exactly these rules; everything where neither is given. */
export interface ReviewOptions {
  readonly preset?: Preset;
  readonly rules?: readonly RuleId[];
}

/** Reviews a volume (审校): findings sorted by place, the same whatever the order of rules. Reads the text once. */
export function review(volume: Volume, options: ReviewOptions = {}): Finding[] {
  const wanted = new Set<string>(options.rules ?? (options.preset ? PRESET_RULES[options.preset] : undefined) ?? []);
  const all = options.rules === undefined && options.preset === undefined;
  return runRules(
    volume,
    ALL_RULES.filter((rule) => all || wanted.has(rule.id)),
  );
}

/** Runs exactly these rules; the door for the rule tester, which also runs rules that are in no preset. */
export function runRules(volume: Volume, rules: readonly Rule[]): Finding[] {
  const drafts: Draft[] = [];
  const dispatch = buildDispatch(rules, drafts);
  const { text } = volume;
  for (const block of volume.blocks) {
    const passage: Passage = { volume, text, block, start: block.start, end: block.end };
    const { slots, checks, wholes } = dispatch[block.kind];
    for (const check of wholes) check(passage);
    for (let at = block.start; at < block.end; at += 1) {
      const slot = slots[text.charCodeAt(at)]!;
      if (slot !== 0) for (const check of checks[slot]!) check(passage, at);
    }
  }
  drafts.sort(
    (a, b) =>
      a.start - b.start || a.end - b.end || compareText(a.rule.id, b.rule.id) || compareText(a.message, b.message),
  );
  return identify(volume, drafts);
}

interface Draft {
  readonly rule: Rule;
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly detail: Detail;
}

interface KindTable {
  /** Character code → slot of `checks`; 0 where no rule listens. */
  readonly slots: Uint8Array;
  readonly checks: readonly TextCheck[][];
  readonly wholes: readonly BlockCheck[];
}

type TextCheck = (passage: Passage, at: number) => void;
type BlockCheck = (passage: Passage) => void;

const KINDS: readonly Block['kind'][] = ['heading', 'paragraph', 'table', 'caption', 'note', 'image'];

function buildDispatch(rules: readonly Rule[], drafts: Draft[]): Readonly<Record<Block['kind'], KindTable>> {
  const tables = KINDS.map((kind) => [kind, buildKindTable(rules, kind, drafts)]);
  return Object.fromEntries(tables) as Record<Block['kind'], KindTable>;
}

function buildKindTable(rules: readonly Rule[], kind: Block['kind'], drafts: Draft[]): KindTable {
  const slots = new Uint8Array(65_536);
  const checks: TextCheck[][] = [[]];
  const wholes: BlockCheck[] = [];
  for (const rule of rules) {
    const reporter = new Reporter(rule, drafts);
    if ('checkTable' in rule) {
      if (kind === 'table') wholes.push((passage) => rule.checkTable(passage, reporter.in(passage)));
      continue;
    }
    if (!(rule.blocks ?? ['paragraph', 'note']).includes(kind)) continue;
    if ('checkPassage' in rule) {
      wholes.push((passage) => rule.checkPassage(passage, reporter.in(passage)));
      continue;
    }
    const check: TextCheck = (passage, at) => rule.check(passage, at, reporter.in(passage));
    for (const character of new Set(rule.on)) {
      const code = character.charCodeAt(0);
      if (slots[code] === 0) slots[code] = checks.push([]) - 1;
      checks[slots[code]!]!.push(check);
    }
  }
  if (checks.length > 256) throw new RangeError('more than 255 trigger characters');
  return { slots, checks, wholes };
}

/** Takes the findings of one rule; one object a rule, so that a trigger character costs no allocation. */
class Reporter {
  private passage: Passage | undefined;
  private readonly rule: Rule;
  private readonly drafts: Draft[];

  constructor(rule: Rule, drafts: Draft[]) {
    this.rule = rule;
    this.drafts = drafts;
  }

  in(passage: Passage): Report {
    this.passage = passage;
    return this.report;
  }

  private readonly report: Report = (start, end, message, detail = {}) => {
    const { passage, rule } = this;
    if (passage === undefined || rule.exempt.some((zone) => liesInZone(zone, passage, start))) return;
    const safe = detail.replacement === undefined || mayEdit(rule, passage, start);
    this.drafts.push({
      rule,
      node: passage.block.node,
      start,
      end,
      message,
      detail: safe ? detail : { evidence: detail.evidence },
    });
  };
}

/** No ready edit for political and secrecy matters, nor in a sentence that names leaders or the centre. */
function mayEdit(rule: Rule, passage: Passage, at: number): boolean {
  return rule.family !== 'political' && rule.family !== 'secrecy' && !liesInZone('solemn', passage, at);
}

function identify(volume: Volume, drafts: readonly Draft[]): Finding[] {
  const paths = new Map<number, string>();
  const seen = new Map<string, number>();
  return drafts.map(({ rule, node, start, end, message, detail }) => {
    const path = paths.get(node) ?? readPath(volume.nodes, node);
    paths.set(node, path);
    const quote = volume.text.slice(start, end);
    const key = `${rule.id}\n${path}\n${quote}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return {
      id: `${rule.id}@${hashText(`${key}\n${occurrence}`)}`,
      rule: rule.id,
      family: rule.family,
      severity: rule.severity,
      norm: rule.norm,
      clause: rule.clause,
      start,
      end,
      quote,
      message,
      evidence: detail.evidence ?? [],
      ...(detail.replacement === undefined ? {} : { suggestion: { start, end, replacement: detail.replacement } }),
    };
  });
}

function readPath(nodes: readonly OutlineNode[], index: number): string {
  const titles: string[] = [];
  for (let at = index; at >= 0; at = nodes[at]?.parent ?? -1) titles.unshift(nodes[at]?.title ?? '');
  return titles.join('/');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
