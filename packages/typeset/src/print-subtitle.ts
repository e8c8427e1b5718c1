import { cleanLine } from './clean-lines.ts';

/** The subtitle of an item as its line is printed, after one dash, also where it was typed with a dash; '' for none. */
export function printSubtitle(subtitle: string | null): string {
  const words = cleanLine(subtitle ?? '').replace(/^[\s—―–─-]+/u, '');
  return words === '' ? '' : `——${words}`;
}
