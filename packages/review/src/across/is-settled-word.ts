import type { Passage, Rule } from '../rule.ts';
import { findForms, readDictionary } from './read-dictionary.ts';

/** Rules that speak of the dictionary itself. */
const OWN: ReadonlySet<string> = new Set(['names-dictionary', 'names-authority']);

/** Whether a finding on words or names lies inside a word that the work's own dictionary gives as right (词库认可). */
export function isSettledWord(rule: Rule, passage: Passage, start: number, end: number): boolean {
  if (passage.settings.dictionary === undefined || OWN.has(rule.id)) return false;
  if (rule.family !== 'typos' && rule.family !== 'names') return false;
  const dictionary = passage.read(readDictionary);
  if (dictionary === undefined) return false;
  const from = Math.max(passage.start, start - dictionary.longest);
  const to = Math.min(passage.end, end + dictionary.longest);
  return findForms(passage, dictionary, from, to).some(
    (form) => form.start <= start && end <= form.end && form.forms.some(({ isWrong }) => !isWrong),
  );
}
