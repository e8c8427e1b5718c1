import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { readManuscript } from '@xiuzhi/manuscript';
import { review, type Finding, type Preset, type Settings } from '@xiuzhi/review';

/** How much is raised on a body of text (疑点密度). */
export interface Density {
  readonly name: string;
  readonly characters: number;
  readonly findings: number;
  readonly byFamily: ReadonlyMap<string, number>;
  readonly byRule: ReadonlyMap<string, number>;
}

/** A text with its findings at default settings. */
export interface ReviewedText {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Reviews one file at default settings of a preset. */
export async function reviewText(file: string, preset: Preset, settings: Settings = {}): Promise<ReviewedText> {
  const { volume } = await readManuscript(readFileSync(file), path.basename(file));
  return { text: volume.text, findings: review(volume, { preset, settings }) };
}

/** Reviews every text of a folder; undefined where the folder is not there. */
export async function reviewFolder(
  folder: string,
  preset: Preset,
  settings: Settings = {},
): Promise<readonly ReviewedText[] | undefined> {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder).filter((file) => /\.(?:txt|md|docx)$/u.test(file));
  const texts: ReviewedText[] = [];
  for (const file of files) texts.push(await reviewText(path.join(folder, file), preset, settings));
  return texts;
}

/** Adds up what was raised. */
export function countDensity(name: string, texts: readonly ReviewedText[]): Density {
  const all = texts.flatMap(({ findings }) => findings);
  return {
    name,
    characters: texts.reduce((sum, { text }) => sum + text.length, 0),
    findings: all.length,
    byFamily: tally(all.map(({ family }) => family)),
    byRule: tally(all.map(({ rule }) => rule)),
  };
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}
