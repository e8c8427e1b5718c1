import { describe, expect, it } from 'vitest';

import { typesetHtml } from '../src/index.ts';
import { sampleBulletin, sampleLetter, sampleRegister } from './sample-papers.ts';

const PAPERS = { bulletin: sampleBulletin(), letter: sampleLetter(), table: sampleRegister(3) };

describe.each(Object.entries(PAPERS))('%s as HTML', (_, paper) => {
  const html = typesetHtml(paper);

  it('has language, title, landmarks and one heading of the first rank, none of them skipped', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html.match(/<main>/g)).toHaveLength(1);
    const ranks = [...html.matchAll(/<h(\d)/g)].map(([, rank]) => Number(rank));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    ranks.forEach((rank, at) => expect(rank).toBeLessThanOrEqual((ranks[at - 1] ?? 0) + 1));
  });

  it('closes every element it opens, and runs nothing', () => {
    const open: string[] = [];
    for (const [, slash, name] of html.replace('<!doctype html>', '').matchAll(/<(\/?)([a-z]+\d?)[^>]*>/g)) {
      if (['meta', 'br', 'col'].includes(name!)) continue;
      if (slash) expect(open.pop()).toBe(name);
      else open.push(name!);
    }
    expect(open).toEqual([]);
    expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
  });
});

it('prints what is text as text', () => {
  const words = `<script>alert("x")</script> & 'y' <img src=x onerror=z>`;
  const html = typesetHtml(
    sampleBulletin(1, {
      masthead: words,
      issuer: words,
      disclosure: words,
      recipients: { up: [words], across: [], down: [] },
      sections: [
        {
          column: words,
          items: [
            { title: words, subtitle: words, source: words, paragraphs: [{ text: words, bold: '<script>', level: 0 }] },
          ],
        },
      ],
    }),
  );
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;');
  expect(html).toContain('<strong>&lt;script&gt;</strong>alert');
});

it('says 送审稿 in a draft instead of its number', () => {
  const html = typesetHtml(sampleBulletin(1, { draft: true }));
  expect(html).toContain('送审稿');
  expect(html).not.toContain('第12期');
});

it('gives every column of a table its head', () => {
  const html = typesetHtml(sampleRegister(2));
  expect(html.match(/<th scope="col"/g)).toHaveLength(9);
  expect(html).toContain('<th scope="rowgroup" colspan="9">需讨论研究的意见</th>');
});
