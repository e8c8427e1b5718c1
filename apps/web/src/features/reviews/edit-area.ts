import type { Finding } from '@xiuzhi/review';

/** Selects a passage of a text area and brings it into sight (选中原文). */
export function selectText(area: HTMLTextAreaElement | null, start: number, end: number): void {
  if (area === null) return;
  area.focus();
  area.setSelectionRange(end, end);
  // Taking the focus away and giving it back brings the place into sight in every browser.
  area.blur();
  area.focus();
  area.setSelectionRange(start, end);
}

/** Takes the suggestions of some findings, in text order, as a hand would type them (采用改法): undo takes them back. */
export function takeSuggestions(area: HTMLTextAreaElement | null, findings: readonly Finding[]): void {
  if (area === null) return;
  // From the end, so that what is still to be mended keeps its place.
  for (const { suggestion } of [...findings].reverse()) {
    if (suggestion === undefined) continue;
    selectText(area, suggestion.start, suggestion.end);
    typeText(suggestion.replacement);
  }
}

/** Types at the selection: the only way the undo of the browser knows of it. */
function typeText(text: string): void {
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}
