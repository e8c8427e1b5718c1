const NUMBER = /\d+(?:[.,．，]\d+)*[%％‰]?|[A-Za-z]+/g;
/** Longer texts are cut into characters: whoever compares so much does not read words. */
const MOST_CHARACTERS = 200_000;

/** Cuts a text into words (分词), numbers with decimals and per cent sign whole; characters where the browser knows no words. */
export function segmentWords(text: string): string[] {
  const words: string[] = [];
  const cut = makeCutter(text.length);
  let last = 0;
  for (const { index, 0: number } of text.matchAll(NUMBER)) {
    if (index > last) cut(text.slice(last, index), words);
    words.push(number);
    last = index + number.length;
  }
  if (last < text.length) cut(text.slice(last), words);
  return words;
}

function makeCutter(length: number): (text: string, words: string[]) => void {
  const isKnown = typeof Intl !== 'undefined' && 'Segmenter' in Intl;
  const segmenter =
    isKnown && length <= MOST_CHARACTERS ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;
  return (text, words) => {
    if (segmenter) for (const { segment } of segmenter.segment(text)) words.push(segment);
    else for (const character of text) words.push(character);
  };
}
