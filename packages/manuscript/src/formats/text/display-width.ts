/**
 * Display columns of a character in a fixed-pitch East Asian font (显示宽度): 2 for wide ones, 1 for others.
 * `ambiguous` (1 or 2) is the width of quotes, dashes, box strokes and the like, which depends on the font.
 * After Unicode UAX #11, with whole ranges where the table alternates.
 */
export function displayWidth(code: number, ambiguous: number): number {
  if (code < 0xa1) return 1;
  if (code >= 0x2e80) return isWide(code) ? 2 : code >= 0xe000 && code <= 0xf8ff ? ambiguous : 1;
  if (code >= 0x2010) return ambiguous;
  if (code >= 0x1100) return code <= 0x115f ? 2 : 1;
  if (code >= 0x391 && code <= 0x451) return ambiguous;
  if (code >= 0x2c7 && code <= 0x2df) return ambiguous;
  return LATIN_AMBIGUOUS.has(code) ? ambiguous : 1;
}

/** Display columns of a text, ambiguous characters counted as wide (显示宽度). */
export function textWidth(text: string): number {
  return spanWidth(text, 0, text.length);
}

/** Display columns of `[from, to)` of a text, ambiguous characters counted as wide. */
export function spanWidth(text: string, from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // Nearly all of a book: Han characters, full-width marks and ASCII.
    if ((code >= 0x4e00 && code < 0x9fff) || (code >= 0xff01 && code <= 0xff5e) || (code >= 0x3000 && code <= 0x3020))
      width += 2;
    else if (code < 0x7f) width += 1;
    else {
      const point = text.codePointAt(at)!;
      width += displayWidth(point, 2);
      if (point > 0xffff) at++;
    }
  }
  return width;
}

/** Display columns of one UTF-16 unit of a text; the second half of a pair has none. */
export function unitWidth(text: string, at: number, ambiguous: number): number {
  const code = text.charCodeAt(at);
  if ((code >= 0x4e00 && code < 0x9fff) || (code >= 0xff01 && code <= 0xff5e)) return 2;
  if (code < 0x7f) return 1;
  if (code < 0xd800 || code > 0xdfff) return displayWidth(code, ambiguous);
  return code < 0xdc00 ? displayWidth(text.codePointAt(at)!, ambiguous) : 0;
}

const LATIN_AMBIGUOUS = new Set(
  Array.from('¡¤§¨ª®°±²³´¶·¸¹º¼½¾¿ÆÐ×ØÞßàáæèéêìíðòó÷øùúüþāēěīńňōūǎǐǒǔǖǘǚǜɑɡ', (character) => character.codePointAt(0)!),
);

function isWide(code: number): boolean {
  return (
    (code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe10 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
