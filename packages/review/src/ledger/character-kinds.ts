/** Whether a digit 0–9 stands at a place before `limit`. */
export function isDigitAt(text: string, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Han characters of the basic block. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Letters A–Z in either case. */
export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Space, also the wide and the unbreakable one. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0;
}

/** 多、余、几. */
export function isMore(code: number): boolean {
  return code === 0x591a || code === 0x4f59;
}

/** ～ — － - ~ 至 */
export function isDash(code: number): boolean {
  return (
    code === 0xff5e ||
    code === 0x2014 ||
    code === 0xff0d ||
    code === 0x2d ||
    code === 0x7e ||
    code === 0x81f3 ||
    code === 0x2013
  );
}
