const GAP = '[ \\t\\u3000\\u00a0]*';
const LEVEL = `(?:绝${GAP}密|机${GAP}密|秘${GAP}密)`;
const STAR = '[★☆✩✭⭐]';
const TERM = `(?:\\d+|[一二三四五六七八九十]+)${GAP}(?:年|个?月|天|日)|长${GAP}期|启${GAP}用${GAP}前`;

const MARKS: readonly RegExp[] = [
  // 机密★1年, 秘密★, ★机密: the star is the statutory form (保守国家秘密法实施条例; GB/T 9704—2012 7.2.2).
  new RegExp(`(?<!商业|技术)${LEVEL}${GAP}${STAR}`),
  new RegExp(`${STAR}${GAP}${LEVEL}(?![一-鿿])`),
  // 密级：机密 as a label at the start of a line; an empty label or 密级：无 is a form, not a mark.
  new RegExp(
    `^${GAP}密${GAP}级${GAP}[：:]${GAP}(?!${GAP}(?:无|公开|非密|不涉密|普通|一般|/|—|－|-|_|□|【|（|\\(|$))\\S`,
    'm',
  ),
  // 机密 3年 alone on a line.
  new RegExp(`^${GAP}${LEVEL}${GAP}(?:${TERM})${GAP}$`, 'm'),
  /^[ \t\u3000\u00a0（(【[]*内[ \t\u3000\u00a0]*部[ \t\u3000\u00a0]*(?:资[ \t\u3000\u00a0]*料|文[ \t\u3000\u00a0]*件|材[ \t\u3000\u00a0]*料|刊[ \t\u3000\u00a0]*物)[ \t\u3000\u00a0，,、。·•!！:：-]*(?:请[ \t\u3000\u00a0]*)?(?:注[ \t\u3000\u00a0]*意|妥[ \t\u3000\u00a0]*善)[ \t\u3000\u00a0]*保[ \t\u3000\u00a0]*(?:存|密|管)/m,
  /^[ \t\u3000\u00a0（(【[]*内[ \t\u3000\u00a0]*部[ \t\u3000\u00a0]*参[ \t\u3000\u00a0]*阅[ \t\u3000\u00a0]*[）)】\]]?[ \t\u3000\u00a0]*(?:$|[，,、。·•!！:：-]|请|注)/m,
];

/** 机密 alone on a line is a mark near the top (cover, page header); further down it may be a word in a table. */
const ALONE = new RegExp(`^${GAP}${LEVEL}${GAP}$`);
const TOP_LINES = 10;

/**
 * Finds a classification or internal mark (密级标志、内部标识) and returns the characters of the mark, or null. Prose that only speaks of
 * such things (保密局, 商业秘密, 机密档案) has none: a mark has a star, a label, or a line of its own.
 */
export function findClassificationMark(text: string): string | null {
  for (const mark of MARKS) {
    const found = mark.exec(text);
    if (found) return found[0].trim();
  }
  const top = text
    .slice(0, 2000)
    .split(/\r\n|[\r\n]/, 100)
    .filter((line) => line.trim() !== '')
    .slice(0, TOP_LINES);
  return top.find((line) => ALONE.test(line))?.trim() ?? null;
}
