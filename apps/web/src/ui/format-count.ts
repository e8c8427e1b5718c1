/** A count of characters (字数): `8213字`, from ten thousand on `128.4万字`. */
export function formatCharacters(count: number): string {
  return count < 10_000 ? `${count}字` : `${(count / 10_000).toFixed(1)}万字`;
}

/** A size in bytes (文件大小): `820 KB`, `12.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
