import { describe, expect, it } from 'vitest';
import { review } from '../src/review.ts';
import { volumeFromText } from '../src/volume-from-text.ts';
import { VolumeBuilder } from './read-cases.ts';

describe('restraint', () => {
  it('raises nothing of style in a sentence that names the centre, and offers no edit there', () => {
    const plain = review(volumeFromText('今年，我县到会4千人,学习文件。'));
    expect(plain.map(({ rule }) => rule)).toEqual(
      ['time-vague', 'person-deixis', 'numerals-thousand-hundred', 'punctuation-half-width'].filter((rule) =>
        plain.some((finding) => finding.rule === rule),
      ),
    );
    expect(plain.length).toBeGreaterThanOrEqual(3);
    const solemn = review(volumeFromText('今年，我县到会4千人学习党中央文件、等，内容丰富。'));
    expect(solemn.map(({ rule }) => rule)).toEqual(['punctuation-etc-comma']);
    expect(solemn[0]).not.toHaveProperty('suggestion');
  });

  it('leaves documents printed as they were in their own words', () => {
    const builder = new VolumeBuilder();
    builder.addLine('heading', '特载');
    builder.addLine('paragraph', '今年，我县修路。');
    builder.addLine('heading', '交通');
    builder.addLine('paragraph', '今年，我县修路。');
    const volume = builder.finish();
    expect(review(volume).map(({ rule, start }) => [rule, start > volume.nodes[2]!.start])).toEqual([
      ['time-vague', true],
      ['person-deixis', true],
    ]);
  });

  it('lets a bulletin speak of this year and our county', () => {
    const volume = volumeFromText('今年以来，我省推进编纂、等工作。');
    expect(review(volume, { preset: 'bulletin' }).map(({ rule }) => rule)).toEqual(['punctuation-etc-comma']);
    expect(review(volume, { preset: 'yearbook' })).toHaveLength(3);
    expect(review(volume, { rules: ['time-vague'] })).toHaveLength(1);
    expect(review(volume, { rules: [] })).toEqual([]);
  });
});
