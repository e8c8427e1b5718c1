import type { Family } from './finding.ts';
import { ALL_RULES, type RuleId } from './rules/index.ts';

/** Kinds of text that are reviewed (类型): 年鉴、志书、简报. */
export const PRESETS = ['yearbook', 'gazetteer', 'bulletin'] as const;
export type Preset = (typeof PRESETS)[number];

/** A bulletin speaks of “this year” and “our province” by its nature: these families are off there. */
const OFF_IN_BULLETINS: readonly Family[] = ['time', 'person', 'style'];

/** Rules that are on in each preset. */
export const PRESET_RULES: Readonly<Record<Preset, readonly RuleId[]>> = {
  yearbook: ALL_RULES.map((rule) => rule.id),
  gazetteer: ALL_RULES.map((rule) => rule.id),
  bulletin: ALL_RULES.filter((rule) => !OFF_IN_BULLETINS.includes(rule.family)).map((rule) => rule.id),
};
