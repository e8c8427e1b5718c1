/** Reading page (审读页). */
export function ReadingPage() {
  return null;
}
