import { review, volumeFromText } from '@xiuzhi/review';
import { describe, expect, it } from 'vitest';

import { joinItems, placeFindings } from './place-findings.ts';

const item = (id: string, title: string, subtitle: string | null, body: string) => ({
  id,
  column: null,
  title,
  subtitle,
  body,
  source: null,
});
const placeAll = (items: Parameters<typeof joinItems>[0]) => {
  const { text, stretches } = joinItems(items);
  return placeFindings(review(volumeFromText(text), { preset: 'bulletin' }), stretches);
};

describe('placeFindings', () => {
  it('names the item and the field of each finding, with its place there', () => {
    const items = [
      item('a', '甲市、乙县、等地召开会议', '', '会议通报情况。'),
      item('b', '丙区开馆', '方志馆建成', '该馆藏有志书、年鉴、等图书。'),
    ];
    const placed = placeAll(items).filter(({ finding }) => finding.quote.includes('、等'));
    expect(placed.map(({ itemId, field }) => [itemId, field])).toEqual([
      ['a', 'title'],
      ['b', 'body'],
    ]);
    for (const { itemId, field, finding } of placed) {
      const words = items.find(({ id }) => id === itemId)![field]!;
      expect(words.slice(finding.start, finding.end)).toBe(finding.quote);
      const { start, end, replacement } = finding.suggestion!;
      expect(words.slice(0, start) + replacement + words.slice(end)).not.toContain('、等');
    }
  });

  it('never offers a change for what is only pointed out', () => {
    const [placed] = placeAll([item('a', '乙县征集资料', null, '联系人甲某，手机13900001111。')]);
    expect(placed).toMatchObject({ itemId: 'a', field: 'body', finding: { family: 'secrecy', quote: '13900001111' } });
    const { text, stretches } = joinItems([item('a', '', null, '手机13900001111。')]);
    const [finding] = review(volumeFromText(text), { preset: 'bulletin' });
    const edited = { ...finding!, suggestion: { start: finding!.start, end: finding!.end, replacement: '' } };
    expect(placeFindings([edited], stretches)[0]!.finding.suggestion).toBeUndefined();
  });

  it('leaves out fields without words', () => {
    expect(joinItems([item('a', '题', null, ''), item('b', '', '', '文')])).toEqual({
      text: '题\n文',
      stretches: [
        { itemId: 'a', field: 'title', start: 0, end: 1 },
        { itemId: 'b', field: 'body', start: 2, end: 3 },
      ],
    });
  });
});
