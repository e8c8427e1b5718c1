/** Audit page (审计记录页). */
export function AuditPage() {
  return null;
}
