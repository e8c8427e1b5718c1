import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { ACTION_NAMES, DECISION_NAMES, PRESET_NAMES, ROLE_NAMES } from '../packages/domain/src/index.ts';
import { FAMILY_NAMES, SEVERITY_NAMES } from '../packages/review/src/index.ts';
import { readDocstrings, withoutComments } from './house/read-docstrings.ts';
import { readGlossary, readTerms } from './house/read-glossary.ts';
import { readHouse, ROOT } from './house/read-house.ts';

const glossary = readGlossary(readFileSync(path.join(ROOT, 'GLOSSARY.md'), 'utf8'));
const product = readHouse().filter(({ path: file }) => /^(packages|apps)\/[^/]+\/src\/(?!.*\.test\.)/.test(file));
const doors = product.filter(({ path: file }) => /^packages\/[^/]+\/src\/[^/]+\.ts$/.test(file));
const code = product.map(({ path: file, text }) => withoutComments(file, text)).join('\n');
const words = new Set(code.match(/[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*/gu)?.flatMap(splitPath));

/** `reviews.decide` is a name of its own and two more. */
function splitPath(name: string): string[] {
  return [name, ...name.split('.')];
}

describe('the glossary', () => {
  it('has rows, each with a name in code and a Chinese term, none twice', () => {
    expect(glossary.length).toBeGreaterThan(100);
    for (const { english, names, chinese } of glossary) {
      expect(names, english).not.toEqual([]);
      expect(chinese.join(''), english).toMatch(/\p{Script=Han}/u);
    }
    const keys = glossary.map(({ english, names }) => `${english} ${names.join(' ')}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('knows every Chinese term of the docstrings of the packages', () => {
    const known = new Set(glossary.flatMap(({ chinese }) => chinese));
    const terms = doors.flatMap((source) =>
      readDocstrings(source.path, source.text).flatMap(({ name, firstLine }) =>
        readTerms(firstLine).map((term) => ({ term, where: `${source.path} ${name}` })),
      ),
    );
    expect(terms.length).toBeGreaterThan(30);
    expect(terms.filter(({ term }) => !known.has(term)).map(({ term, where }) => `${term}: ${where}`)).toEqual([]);
  });

  it('names what exists, and marks as planned what does not', () => {
    const current = glossary.filter(({ isPlanned }) => !isPlanned).flatMap(({ names }) => names);
    expect(current.filter((name) => !words.has(name))).toEqual([]);
    const planned = glossary.filter(({ isPlanned }) => isPlanned).flatMap(({ names }) => names);
    expect(planned.filter((name) => words.has(name))).toEqual([]);
  });

  it.each(
    Object.entries({ ROLE_NAMES, DECISION_NAMES, PRESET_NAMES, SEVERITY_NAMES, FAMILY_NAMES, ACTION_NAMES } as Record<
      string,
      Readonly<Record<string, string>>
    >),
  )('has the words of %s', (_, names) => {
    const missing = Object.entries(names).filter(
      ([name, chinese]) => !glossary.some((term) => term.names.includes(name) && term.chinese.includes(chinese)),
    );
    expect(missing).toEqual([]);
  });
});

describe('its reader', () => {
  it('takes the term of a docstring from the first bracket, or from before the colon', () => {
    expect(readTerms('Finding (疑点): what a rule noticed.')).toEqual(['疑点']);
    expect(readTerms('Accounts (组织、人员): who (谁) may sign in.')).toEqual(['组织', '人员']);
    expect(readTerms('疑点: what a rule noticed.')).toEqual(['疑点']);
    expect(readTerms('The version (0.1) of the engine.')).toEqual([]);
    expect(readTerms('What `f(x)` does to a finding (疑点).')).toEqual([]);
  });

  it('reads rows, several names and several terms', () => {
    const rows = readGlossary('| English | Name |\n| a | `b`, `c` | 甲、乙 | d |\n## Planned 计划\n| e | `f` | 丙 | |');
    expect(rows).toEqual([
      { english: 'a', names: ['b', 'c'], chinese: ['甲', '乙', '甲、乙'], isPlanned: false },
      { english: 'e', names: ['f'], chinese: ['丙', '丙'], isPlanned: true },
    ]);
  });

  it('reads the docstring of an exported declaration, and none across other code', () => {
    const text =
      '/** One (一). */\nexport const one = 1;\n/** Lost. */\nconst two = 2;\nexport function three() {}\n// no\nexport type Four = 4;';
    expect(readDocstrings('a.ts', text)).toEqual([{ name: 'one', firstLine: 'One (一).' }]);
    expect(withoutComments('a.ts', 'a; /* b */ c; // d')).not.toMatch(/[bd]/);
  });
});
