/** Title of a book (书名) in its marks; one that brings them is left as it is. */
export function formatBook(title: string): string {
  return title.includes('《') ? title : `《${title}》`;
}
