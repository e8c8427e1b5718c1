import { readLedger, volumeFromText } from '@xiuzhi/review';

import type { BulletinItem } from '../bulletin.ts';
import type { Figure } from '../candidates.ts';

/** The name in quotation marks nearest before a figure in its clause: “四川省情网”总浏览量4668.83万次. */
const QUOTED = /“([^”]{2,24})”[^“”，。；]{0,16}$/u;

/** Finds figures (数据) by the ledger of the review engine: what, whose, as of when, by which definition. */
export function findFigures(items: readonly BulletinItem[], year: number | null): Figure[] {
  const places = items.flatMap(({ paragraphs }, item) =>
    paragraphs.map((text, paragraph) => ({ item, paragraph, text })),
  );
  const volume = volumeFromText(places.map(({ text }) => text).join('\n'));
  const { entries } = readLedger(volume, year === null ? {} : { recordedYear: year });
  return entries.map((entry): Figure => {
    const { item, paragraph, text } = places[entry.block]!;
    const from = volume.blocks[entry.block]!.start;
    const [start, end] = [entry.start - from, entry.end - from];
    const quoted = QUOTED.exec(text.slice(Math.max(0, start - 60), start))?.[1];
    return {
      item,
      paragraph,
      start,
      end,
      quote: text.slice(start, end),
      value: entry.value,
      unit: entry.unit,
      printedUnit: entry.printedUnit,
      whose: quoted ?? (entry.subject || null),
      what: entry.indicator || null,
      asOf: entry.period || null,
      definition: entry.scope || null,
      approximate: entry.approximate,
    };
  });
}
