import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { describeClause, NORMS, type Citation, type ClauseOf } from '../src/norms/register.ts';

describe('the register of norms', () => {
  it('lets a rule cite only a clause of the norm it names', () => {
    const held: Citation = { norm: 'gbt15835-2011', clause: '5.1.3' };
    expectTypeOf(held).toExtend<Citation>();
    // @ts-expect-error a clause that is not in the register
    const unknown: Citation = { norm: 'gbt15835-2011', clause: '9.9' };
    // @ts-expect-error a clause of another norm
    const foreign: Citation = { norm: 'gbt15835-2011', clause: 'B.1.2' };
    // @ts-expect-error a norm whose text is not held has no numbered clause
    const invented: Citation = { norm: 'gazetteer-quality-2008', clause: '3' };
    expect([unknown, foreign, invented]).toHaveLength(3);
    expectTypeOf<ClauseOf<'gazetteer-convention'>>().toEqualTypeOf<'convention'>();
    expectTypeOf<ClauseOf<'gazetteer-quality-2008'>>().toEqualTypeOf<'pending'>();
  });

  it('prints a citation as an office would', () => {
    expect(describeClause('gbt15835-2011', '5.1.3')).toBe('GB/T 15835—2011 5.1.3');
    expect(describeClause('error-criteria-2005', '19')).toBe('《图书编校质量差错认定细则》第19条');
    expect(describeClause('gazetteer-quality-2008', 'pending')).toBe('《地方志书质量规定》（待录入）');
    expect(describeClause('gazetteer-convention', 'convention')).toBe('《志鉴编纂惯例》（惯例，待确认）');
    expect(describeClause('unknown-1', '2')).toBe('unknown-1 2');
  });

  it('files every norm under its own id', () => {
    for (const [id, norm] of Object.entries(NORMS)) expect(norm.id).toBe(id);
  });
});

describe('the package', () => {
  const source = join(import.meta.dirname, '../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

  it('has no dependency, no I/O, and nothing a Chromium of 2021 lacks', () => {
    expect(files.length).toBeGreaterThan(30);
    const manifest = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).not.toHaveProperty('dependencies');
    for (const file of files) {
      const code = readFileSync(join(source, file), 'utf8');
      for (const [, from] of code.matchAll(/from '([^']+)'/gu)) expect(from, file).toMatch(/^\.{1,2}\//u);
      expect(code, file).not.toMatch(/\bprocess\.|\bfetch\(|new Date\(\)|Math\.random/u);
      expect(code, file).not.toMatch(
        /\.at\(|Object\.hasOwn|structuredClone|\.findLast|\.toSorted|\.toReversed|isWellFormed|\/[a-z]*v[a-z]*\.(?:test|exec)/u,
      );
    }
  });
});
