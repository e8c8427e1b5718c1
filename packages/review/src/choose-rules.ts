import type { Family } from './finding.ts';
import type { Preset } from './presets.ts';
import type { Rule } from './rule.ts';
import { ALL_RULES, type RuleId } from './rules/index.ts';

/** A bulletin speaks of “this year” and “our province” by its nature: these families are off there. */
const OFF_IN_BULLETINS: readonly Family[] = ['time', 'person', 'style'];

/** Whether a rule is on in a preset. */
export function runsIn(rule: Rule, preset: Preset): boolean {
  if (rule.off !== undefined || rule.presets?.includes(preset) === false) return false;
  return preset !== 'bulletin' || !OFF_IN_BULLETINS.includes(rule.family);
}

/** The rules of each preset, chosen once: a list that stays the same is made ready only once. */
const CHOSEN = new Map<Preset, readonly Rule[]>();

/** The rules to run: exactly those named, else those of the preset, else every one. */
export function chooseRules(preset?: Preset, ids?: readonly RuleId[]): readonly Rule[] {
  const all: readonly Rule[] = ALL_RULES;
  if (ids !== undefined) return all.filter(({ id }) => ids.some((wanted) => wanted === id));
  if (preset === undefined) return all;
  let chosen = CHOSEN.get(preset);
  if (chosen === undefined) CHOSEN.set(preset, (chosen = all.filter((rule) => runsIn(rule, preset))));
  return chosen;
}
