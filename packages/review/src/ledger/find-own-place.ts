import type { Settings } from '../settings.ts';
import type { Volume } from '../volume.ts';

/** The book's own place (本地): its name where known, and the words that stand for it. */
export interface OwnPlace {
  readonly name: string;
  /** 县, 市, 区 …; '' where not known. */
  readonly level: string;
}

const LEVELS = '省市州县区旗乡镇';
const NAMED = /(?:^|年|\s)(?<name>[\u4e00-\u9fff]{1,5}?(?:自治)?[省市州县区旗乡镇])(?=[\u4e00-\u9fff]{2})/u;

/** Finds it in the settings, else as the name that most captions and headings begin with. */
export function findOwnPlace({ text, blocks }: Volume, settings: Settings): OwnPlace {
  const given = settings.place?.trim();
  if (given !== undefined && given !== '') {
    const level = given.charAt(given.length - 1);
    return { name: given, level: LEVELS.includes(level) ? level : '' };
  }
  const names = new Map<string, number>();
  for (const { kind, start, end } of blocks) {
    if (kind !== 'caption') continue;
    const name = NAMED.exec(text.slice(start, end))?.groups?.name;
    if (name !== undefined && !/全|各|年/u.test(name)) names.set(name, (names.get(name) ?? 0) + 1);
  }
  let best = '';
  let most = 0;
  let all = 0;
  for (const count of names.values()) all += count;
  for (const [name, count] of names) if (count > most) [best, most] = [name, count];
  if (most < 3 && most * 2 <= all) best = '';
  return { name: best, level: best === '' ? '' : best.charAt(best.length - 1) };
}
