/** Presets (类型) of works, which choose the rules of review: 年鉴、志书、简报. */
export const PRESETS = ['yearbook', 'gazetteer', 'bulletin'] as const;
export type Preset = (typeof PRESETS)[number];

/** Chinese names of the kinds of works. */
export const PRESET_NAMES: Record<Preset, string> = { yearbook: '年鉴', gazetteer: '志书', bulletin: '简报' };
