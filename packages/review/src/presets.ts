/** Kinds of text that are reviewed (类型): 年鉴、志书、简报公文. */
export const PRESETS = ['yearbook', 'gazetteer', 'bulletin'] as const;
export type Preset = (typeof PRESETS)[number];
