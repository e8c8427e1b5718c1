import type { Span } from '../finding.ts';
import type { Reader } from '../rule.ts';

/** The years a book covers, and where it says so. */
export interface StatedPeriod {
  readonly from: number;
  readonly to: number;
  readonly span?: Span;
}

const YEARBOOK_TITLE = /年\s*鉴.{0,6}?[（(]?(20\d\d|19\d\d)/u;
const GAZETTEER_TITLE = /志\s*[（(]\s*(\d{4})\s*年?\s*[—～~\-－至]+\s*(\d{4})/u;
const SPAN = /(\d{4})年1月1日\s?(?:起)?\s?[至—～到]+\s?(\d{4})?年?12月31日/u;
const NOTE = /凡\s*例|编辑说明|编纂说明|编写说明/u;

/** Reads the years a book covers: from the settings, else its notes, else its title; nothing where none says so. */
export const readPeriod: Reader<StatedPeriod | undefined> = ({ text, nodes }, settings) => {
  if (settings.period !== undefined) return settings.period;
  if (settings.recordedYear !== undefined) return { from: settings.recordedYear, to: settings.recordedYear };
  for (const { title, start, end } of nodes) {
    if (!NOTE.test(title)) continue;
    const found = SPAN.exec(text.slice(start, Math.min(end, start + 6000)));
    if (found === null) continue;
    const at = start + found.index;
    return { from: Number(found[1]), to: Number(found[2] ?? found[1]), span: { start: at, end: at + found[0].length } };
  }
  for (const { title, start } of nodes) {
    const span = { start, end: start + title.length };
    const years = GAZETTEER_TITLE.exec(title);
    if (years !== null) return { from: Number(years[1]), to: Number(years[2]), span };
    const volume = YEARBOOK_TITLE.exec(title);
    if (volume !== null) return { from: Number(volume[1]) - 1, to: Number(volume[1]) - 1, span };
  }
  return undefined;
};
