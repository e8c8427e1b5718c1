import { describe, expect, it } from 'vitest';

import { outlinePlaces } from './outline-places.ts';

const node = (seq: number, parent: number, level: number, title: string) => ({
  seq,
  parent,
  level,
  title,
  firstBlock: 0,
  endBlock: 1,
});

describe('outlinePlaces', () => {
  it('names a heading by the titles down to it, two levels deep', () => {
    const places = outlinePlaces([
      node(0, -1, 0, '乙县志'),
      node(1, 0, 1, '农业'),
      node(2, 1, 2, '种植'),
      node(3, 2, 3, '小麦'),
      node(4, 0, 1, '交通'),
    ]);
    expect(places).toEqual([
      { value: '农业', title: '农业', children: [{ value: '农业 › 种植', title: '种植', children: [] }] },
      { value: '交通', title: '交通', children: [] },
    ]);
  });

  it('passes over headings without words and takes headings of the same place for one', () => {
    const places = outlinePlaces([node(0, -1, 0, ''), node(1, 0, 1, ''), node(2, 1, 2, '概况'), node(3, 0, 1, '概况')]);
    expect(places.map(({ value }) => value)).toEqual(['概况']);
  });

  it('finds nothing in a text without headings', () => {
    expect(outlinePlaces([node(0, -1, 0, '')])).toEqual([]);
  });
});
