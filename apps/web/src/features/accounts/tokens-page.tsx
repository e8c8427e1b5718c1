/** Tokens page (命令行令牌页). */
export function TokensPage() {
  return null;
}
