import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { review, runRules } from '../src/review.ts';
import { ALL_RULES } from '../src/rules/index.ts';
import type { Finding } from '../src/finding.ts';
import { defineRule } from '../src/rule.ts';
import { volumeFromText } from '../src/volume-from-text.ts';
import type { Volume } from '../src/volume.ts';
import { readCases, VolumeBuilder } from './read-cases.ts';

const root = join(import.meta.dirname, '../src/rules');
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(root, name)).flatMap((id) => readCases(join(root, name, id))));
const samples = cases.flatMap(({ volume }) =>
  volume.blocks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => volume.text.slice(start, end)),
);

/** Text that trips the rules: cut and mixed cases, with marks, digits and characters outside the basic plane between. */
const noise = fc.constantFrom(
  '𠮷',
  '😀',
  '“',
  '”',
  '（',
  '）',
  '《',
  '等',
  '、',
  '年',
  '2月30日',
  '9～16亿',
  '...',
  '１２',
  '，',
);
const piece = fc.oneof(
  fc.constantFrom(...samples),
  noise,
  fc.tuple(fc.constantFrom(...samples), fc.nat(40), fc.nat(40)).map(([text, from, length]) => cut(text, from, length)),
);
const paragraph = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const book = fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
const quoteless = book.map((text) => text.replaceAll(/[“”]/gu, ''));

/** Rules that ask for nothing but the block before them; the others look about in the book, and a paragraph more may change what they say. */
const local = ALL_RULES.filter(
  ({ family, id }) =>
    !/\bread\(|\bvolume\b|checkBook|\btext\.includes\(/u.test(readFileSync(join(root, family, id, 'rule.ts'), 'utf8')),
);

/** Findings of those rules, habits of the book place by place: another paragraph may make a habit of what stands here. */
function everyPlace(volume: Volume): Finding[] {
  return runRules(volume, local, { everyPlace: true });
}

function cut(text: string, from: number, length: number): string {
  return [...text].slice(from, from + length).join('');
}

function shape(findings: readonly Finding[], offset = 0): unknown[] {
  return findings.map(({ rule, start, end, quote, message, suggestion }) => ({
    rule,
    start: start - offset,
    end: end - offset,
    quote,
    message,
    replacement: suggestion?.replacement,
  }));
}

describe('findings of any text', () => {
  it('lie in the text, quote it, and never split a surrogate pair', () => {
    fc.assert(
      fc.property(book, (text) => {
        for (const { start, end, quote, evidence } of review(volumeFromText(text))) {
          expect(quote).toBe(text.slice(start, end));
          expect(quote.isWellFormed()).toBe(true);
          expect(end).toBeGreaterThan(start);
          for (const { span } of evidence) {
            if (span === undefined) continue;
            expect(span.start >= 0 && span.end <= text.length && span.start < span.end).toBe(true);
            expect(text.slice(span.start, span.end).isWellFormed()).toBe(true);
          }
        }
      }),
    );
  });

  it('have unique ids, in order of place, and suggestions that change their quote', () => {
    fc.assert(
      fc.property(book, (text) => {
        const findings = review(volumeFromText(text));
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        for (const { id, rule } of findings) expect(id).toMatch(new RegExp(`^${rule}@[0-9a-f]{16}$`, 'u'));
        const places = findings.map(({ start }) => start);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const { suggestion, quote, start, end } of findings) {
          if (suggestion === undefined) continue;
          expect(suggestion.replacement).not.toBe(quote);
          expect([suggestion.start, suggestion.end]).toEqual([start, end]);
        }
      }),
    );
  });

  it('do not depend on the order of rules', () => {
    fc.assert(
      fc.property(book, fc.shuffledSubarray([...ALL_RULES], { minLength: ALL_RULES.length }), (text, rules) => {
        const volume = volumeFromText(text);
        expect(runRules(volume, rules)).toEqual(runRules(volume, ALL_RULES));
      }),
    );
  });

  it('of a paragraph do not change with the paragraphs around it', () => {
    fc.assert(
      fc.property(paragraph, quoteless, quoteless, (text, before, after) => {
        // A complete paragraph stands before, and no quotation mark around: the other half of a pair may be elsewhere.
        const offset = before.length + 3;
        const volume = volumeFromText(`${before}。\n\n${text}\n${after}`);
        const end = offset + text.length;
        const inside = everyPlace(volume).filter((finding) => finding.start >= offset && finding.end <= end);
        expect(shape(inside, offset)).toEqual(shape(everyPlace(volumeFromText(text))));
      }),
    );
  });

  it('keep their ids when another entry is written before theirs', () => {
    fc.assert(
      fc.property(paragraph, book, (text, other) => {
        const alone = withEntries([['乙镇', text]]);
        const both = withEntries([
          ['甲镇', other],
          ['乙镇', text],
        ]);
        const from = both.nodes[2]!.start;
        // Rules that know the whole book may say more here: another entry can contradict this one.
        const moved = everyPlace(both).filter(({ start }) => start >= from);
        // The node before ends in a stop of its own, so pairs are judged alike.
        expect(moved.map(({ id }) => id)).toEqual(everyPlace(alone).map(({ id }) => id));
      }),
    );
  });
});

function withEntries(entries: readonly (readonly [title: string, text: string])[]): Volume {
  const builder = new VolumeBuilder();
  for (const [title, text] of entries) {
    builder.addLine('heading', title);
    for (const line of text.split('\n')) if (line !== '') builder.addLine('paragraph', line);
  }
  return builder.finish();
}

it('never offers an edit in political and secrecy matters', () => {
  for (const family of ['political', 'secrecy'] as const) {
    const rule = defineRule({
      id: 'example',
      family,
      severity: 'query',
      norm: 'gazetteer-convention',
      clause: 'convention',
      title: '例',
      summary: '例',
      why: '例',
      silent: '例',
      exempt: [],
      on: '甲',
      check: (_passage, at, report) => report(at, at + 1, '请核对。', { replacement: '乙' }),
    });
    const findings = runRules(volumeFromText('甲县。'), [rule]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).not.toHaveProperty('suggestion');
    expect(runRules(volumeFromText('甲县。'), [{ ...rule, family: 'terms' }])[0]).toHaveProperty('suggestion');
  }
});
