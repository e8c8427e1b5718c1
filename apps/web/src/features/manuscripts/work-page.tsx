/** Work page (项目页). */
export function WorkPage() {
  return null;
}
