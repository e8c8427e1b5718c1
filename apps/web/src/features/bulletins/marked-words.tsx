/** A text with every place of these words marked (标出检索词). */
export function MarkedWords({ text, words }: { text: string; words: string }) {
  if (words === '') return text;
  const parts = text.split(words);
  return parts.map((part, at) => (
    // The parts of one text never change places.
    <span key={at}>
      {part}
      {at + 1 < parts.length && <mark>{words}</mark>}
    </span>
  ));
}
