/** Place in a book (原文位置) for a narrow column: a heading a line. */
export function printPlace(place: string): string {
  return place.split(' › ').join('\n');
}
