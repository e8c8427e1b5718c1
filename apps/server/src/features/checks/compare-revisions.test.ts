import { review, volumeFromText } from '@xiuzhi/review';
import { describe, expect, it } from 'vitest';

import { compareRevisions, type ComparedFinding } from './compare-revisions.ts';

/** Compares two texts; every old finding of `rule` is one item, or `items` names their groups. */
function compare(before: string, after: string, rule: string, grouped = false) {
  const [old, fresh] = [volumeFromText(before), volumeFromText(after)];
  const findingsOf = (volume: typeof old): ComparedFinding[] =>
    review(volume, { preset: 'yearbook' }).map((finding, seq) => ({
      ...finding,
      seq,
      suggestion: finding.suggestion ?? null,
    }));
  const oldFindings = findingsOf(old);
  const asked = oldFindings.filter((finding) => finding.rule === rule);
  expect(asked.length).toBeGreaterThan(0);
  const items = grouped
    ? [{ findings: asked.map(({ seq }) => seq), span: asked[0]! }]
    : asked.map((finding) => ({ findings: [finding.seq], span: finding }));
  return compareRevisions({ before: old, after: fresh, oldFindings, newFindings: findingsOf(fresh), items });
}

const LEAD = '乙县位于甲市东部。\n\n全县有林场三处。\n\n';
const TAIL = '\n\n年内新修渠道两条。\n\n另有水库一座。';

describe('the check of what was asked for', () => {
  it.each([
    ['the suggestion stands', '会议于２０２３年召开。', '会议于2023年召开。', 'done'],
    ['the passage is written anew and the rule is silent', '会议于２０２３年召开。', '会议在当年召开。', 'done'],
    ['the passage stands as it stood', '会议于２０２３年召开。', '会议于２０２３年召开。', 'notDone'],
    ['the paragraph changed elsewhere', '会议于２０２３年召开。', '全体会议于２０２３年在县城召开。', 'notDone'],
    ['changed, and the rule still speaks', '会议于２０２３年召开。', '会议于２０２４年召开。', 'notDone'],
    ['the paragraph is gone', '会议于２０２３年召开。', '', 'gone'],
  ])('%s', (_, before, after, verdict) => {
    const { outcomes } = compare(LEAD + before + TAIL, LEAD + after + TAIL, 'numerals-full-width');
    expect(outcomes.map((outcome) => outcome.verdict)).toEqual([verdict]);
  });

  it('counts the places of what was decided in one go', () => {
    const before = `${LEAD}会议于２０２３年召开。\n\n渠道长５６千米。${TAIL}`;
    const after = `${LEAD}会议于2023年召开。\n\n渠道长５６千米。${TAIL}`;
    const { outcomes } = compare(before, after, 'numerals-full-width', true);
    expect(outcomes).toMatchObject([{ verdict: 'partly', places: 2, placesDone: 1 }]);
  });

  it('shows the sentence before and after', () => {
    const { outcomes } = compare(
      `${LEAD}会议于２０２３年召开。到会百人。${TAIL}`,
      `${LEAD}会议于2023年召开。到会百人。${TAIL}`,
      'numerals-full-width',
    );
    expect(outcomes[0]).toMatchObject({
      before: { text: '会议于２０２３年召开。' },
      after: { text: '会议于2023年召开。' },
    });
  });

  it('leaves to a person what a person asked for, unless nothing changed', () => {
    const before = volumeFromText(`${LEAD}会议由有关方面召开。${TAIL}`);
    const span = { start: before.text.indexOf('有关方面'), end: before.text.indexOf('有关方面') + 4 };
    const verdictOf = (sentence: string) =>
      compareRevisions({
        before,
        after: volumeFromText(LEAD + sentence + TAIL),
        oldFindings: [],
        newFindings: [],
        items: [{ findings: [], span }],
      }).outcomes[0]!.verdict;
    expect(verdictOf('会议由县水利局召开。')).toBe('person');
    expect(verdictOf('会议由有关方面召开。')).toBe('notDone');
    expect(verdictOf('')).toBe('gone');
  });
});

describe('findings of two revisions', () => {
  it('carries what stands as it stood, moved or not, and tells new ones apart', () => {
    const kept = '会议于２０２３年召开，县里各部门负责人参加。';
    const before = `${LEAD}${kept}\n\n渠道长５６千米，年内全线通水。${TAIL}`;
    const after = `${LEAD}渠道长57千米，年内全线通水。${TAIL}\n\n${kept}\n\n新增林地３８公顷，分布在三个乡镇。`;
    const { carried, newFindings } = compare(before, after, 'numerals-full-width');
    expect(carried).toHaveLength(1);
    expect(newFindings).toBe(1);
  });

  it('calls a finding that was edited and still speaks neither carried nor new', () => {
    const { carried, newFindings } = compare(
      `${LEAD}会议于２０２３年召开。${TAIL}`,
      `${LEAD}会议于２０２４年召开。${TAIL}`,
      'numerals-full-width',
    );
    expect({ carried, newFindings }).toEqual({ carried: [], newFindings: 0 });
  });
});
