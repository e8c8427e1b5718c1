/** Relative links and images of a Markdown page, without anchors; code is left out. */
export function readLinks(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].flatMap((match) => {
    const [target = ''] = match[1]!.split('#');
    return target === '' || /^[a-z]+:/.test(target) ? [] : [decodeURI(target)];
  });
}

/** Paths of the repository that a page names in code: `packages/review/src/rule.ts`, `docs/adr`; patterns are left out. */
export function readPaths(markdown: string): string[] {
  return [...markdown.matchAll(/`((?:packages|apps|tests|scripts|docs|bench)\/[\w./-]+)`/g)].flatMap((match) =>
    /NNNN/.test(match[1]!) ? [] : [match[1]!.replace(/\/$/, '')],
  );
}
