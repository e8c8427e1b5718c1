import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { ROOT } from './house/read-house.ts';
import { readLinks, readPaths } from './house/read-links.ts';

const pages = ['.', 'docs/adr', 'docs/guide'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name)),
);
const read = (page: string) => readFileSync(path.join(ROOT, page), 'utf8');

describe('the pages for people', () => {
  it('are there', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'docs/adr/README.md']));
  });

  it.each(pages)('%s links and names only what exists', (page) => {
    const lost = [
      ...readLinks(read(page)).filter((link) => !existsSync(path.join(ROOT, path.dirname(page), link))),
      ...readPaths(read(page)).filter((name) => !existsSync(path.join(ROOT, name))),
    ];
    expect(lost).toEqual([]);
  });
});

describe('decision records', () => {
  const records = pages.filter((page) => /\/\d{4}-/.test(page)).sort((a, b) => (a < b ? -1 : 1));

  it('are numbered without gaps and listed', () => {
    expect(records.map((page) => Number(path.basename(page).slice(0, 4)))).toEqual(records.map((_, at) => at + 1));
    expect(readLinks(read('docs/adr/README.md'))).toEqual(records.map((page) => path.basename(page)));
  });

  it.each(records)('%s has every part and fits on a page', (page) => {
    const parts = [...read(page).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(parts).toEqual(
      expect.arrayContaining(['Context', 'Options', 'Decision', 'Price', 'What would change our mind']),
    );
    expect(read(page).split('\n').length).toBeLessThan(70);
  });

  it('are there wherever one is cited', () => {
    const cited = new Set(pages.flatMap((page) => [...read(page).matchAll(/ADR-(\d{4})/g)].map((match) => match[1]!)));
    expect([...cited].filter((number) => !records.some((page) => page.includes(`/${number}-`)))).toEqual([]);
  });
});

describe('their reader', () => {
  it('finds links and images, and leaves code and addresses elsewhere alone', () => {
    const page = '[a](b.md#c) ![d](e.png) [f](https://g.h) [i](#j) `[k](l.md)`\n```\n[m](n.md)\n```\n[o](%E4%BD%BF.md)';
    expect(readLinks(page)).toEqual(['b.md', 'e.png', '使.md']);
  });

  it('finds paths in code, and leaves patterns and commands alone', () => {
    const page = '`apps/web/src` `packages/*/src` `docs/adr/NNNN-x.md` `npm run x` `tests/e2e/`';
    expect(readPaths(page)).toEqual(['apps/web/src', 'tests/e2e']);
  });
});
