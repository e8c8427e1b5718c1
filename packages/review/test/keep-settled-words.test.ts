import { describe, expect, it } from 'vitest';
import { review } from '../src/review.ts';
import type { Settings } from '../src/settings.ts';
import { volumeFromText } from '../src/volume-from-text.ts';

const TEXT = '2020年，乙县国土资源局按装监测点3处。';
const rulesFound = (settings: Settings) =>
  review(volumeFromText(TEXT), { preset: 'yearbook', settings }).map(({ rule }) => rule);

describe('words of the work’s own dictionary', () => {
  it('are not questioned by rules on words and names', () => {
    expect(rulesFound({})).toEqual(['names-organ-year', 'typos-confusion']);
    expect(rulesFound({ dictionary: [{ word: '乙县国土资源局', kind: 'institution' }] })).toEqual(['typos-confusion']);
    expect(rulesFound({ dictionary: [{ word: '按装', kind: 'term' }] })).toEqual(['names-organ-year']);
  });

  it('are questioned where the dictionary itself lists them as wrong or gives other years', () => {
    const dictionary = [{ word: '乙县国土资源局', kind: 'institution', to: 2018 }] as const;
    expect(rulesFound({ dictionary })).toEqual(['names-authority', 'typos-confusion']);
  });
});
