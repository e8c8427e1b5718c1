/** The one line in which two texts differ (改动的行), from 0, with its new text; null where they differ in lines themselves. */
export function findChangedLine(before: string, after: string): { line: number; text: string } | null {
  let head = 0;
  const most = Math.min(before.length, after.length);
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  const gone = before.slice(head, before.length - tail);
  const come = after.slice(head, after.length - tail);
  if (gone.includes('\n') || come.includes('\n')) return null;
  const start = after.lastIndexOf('\n', head - 1) + 1;
  const newline = after.indexOf('\n', head);
  const text = after.slice(start, newline < 0 ? after.length : newline);
  const isEmptyBefore = text.length + gone.length - come.length === 0;
  // A line that becomes empty, or is no longer, is another paragraph more or less.
  if (text === '' || isEmptyBefore) return null;
  let line = 0;
  for (let at = after.indexOf('\n'); at >= 0 && at < start; at = after.indexOf('\n', at + 1)) line += 1;
  return { line, text };
}
