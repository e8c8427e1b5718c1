/** Persons page (人员与岗位页). */
export function PersonsPage() {
  return null;
}
