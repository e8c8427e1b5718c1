/** True for a box-drawing character that only runs sideways: ─ ━ ═ and dashed kinds (横线). */
export function isHorizontalStroke(code: number): boolean {
  if (code < 0x2500 || code > 0x257f) return false;
  return (
    code === 0x2500 ||
    code === 0x2501 ||
    code === 0x2504 ||
    code === 0x2505 ||
    code === 0x2508 ||
    code === 0x2509 ||
    code === 0x254c ||
    code === 0x254d ||
    code === 0x2550 ||
    (code >= 0x2574 && code <= 0x257f)
  );
}

/** True for a box-drawing character that runs up or down: │ ┃ ║ and all corners and crossings (竖线、交点). */
export function isVerticalStroke(code: number): boolean {
  return code >= 0x2500 && code <= 0x2573 && !isHorizontalStroke(code) && !(code >= 0x2571);
}

/** True for a line that can be part of a drawn table: it has a vertical stroke, or strokes only (制表行). */
export function isDrawnLine(text: string): boolean {
  if (!STROKE.test(text)) return false;
  let strokes = 0;
  let others = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isVerticalStroke(code)) return true;
    if (isHorizontalStroke(code)) strokes++;
    else if (code !== 0x20 && code !== 0x3000) others++;
  }
  return strokes >= 4 && others === 0;
}

const STROKE = /[\u2500-\u257f]/;
