/** Measures of office paper of GB/T 9704—2012, for PDF and Word alike: millimetres, but points for type and lines. */
export const MEASURES = {
  page: { width: 210, height: 297 },
  /** 天头 37, 订口 28: a type area of 156 × 225 (5.2.1). */
  margin: { top: 37, right: 26, bottom: 35, left: 28 },
  typeArea: { width: 156, height: 225 },
  linesAPage: 22,
  charactersALine: 28,
  /** 三号, and its line: 22 of them fill the type area from the head of the first to the foot of the last (5.2.3). */
  body: { size: 15.75, pitch: 29.6 },
  /** 二号. */
  title: { size: 22, pitch: 33 },
  /** 四号: tail and page numbers. */
  foot: { size: 14, pitch: 22 },
  /** 小四 above and below a table, 五号 in it. */
  lead: { size: 12, pitch: 20 },
  cell: { size: 10.5, pitch: 16, pad: 1.5, inset: 4 },
  /** Dash of the page number below the type area (7.5). */
  numberBelow: 7,
  /** Rules of the tail (版记): the first and the last, and those between (7.4.1). */
  rule: { outer: 0.35, inner: 0.25 },
  bulletin: { headLines: 7, masthead: { most: 58, least: 26 }, redRule: 0.9 },
  /** Letter form (信函格式, 10.1). */
  letter: {
    masthead: { most: 34, least: 18 },
    mastheadTop: 30,
    lineBelow: 4,
    lineWidth: 170,
    lineFromFoot: 20,
    thick: 1.1,
    thin: 0.35,
    gap: 0.5,
  },
  red: '#e60012',
  /** Word: 三号 is 16 points there, 28 of them fit when they stand a quarter point closer; a line is a 22nd of the type area. */
  word: { size: 16, spacing: -0.25, line: 29 },
} as const;

/** Size of the name in a red head in points: it fills the width (mm) at most, with a little air between characters. */
export function sizeMasthead(name: string, width: number, { most, least }: { most: number; least: number }): number {
  const points = (width * 72) / 25.4;
  const characters = Math.max(1, widthOf(name));
  return Math.round(Math.min(most, Math.max(least, points / (characters * 1.12))) * 4) / 4;
}

/** Width of a text in characters: one of Latin or a digit is half of one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! < 0x2000 && character !== '·' ? 0.5 : 1;
  return width;
}
