// Counts, set by set, the pairs of quality/sets that the peers find: node bench/run-peers.mjs → a table for docs/quality.md.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { installPeers } from './install-peers.mjs';
import { readTable } from '../quality/measure-sets.ts';

installPeers();
const fromBench = createRequire(path.join(import.meta.dirname, 'package.json'));
const SETS = path.join(import.meta.dirname, '../quality/sets');
/** The same rules as bench/subjects/textlint.mjs: the Chinese preset is not published on npm. */
const TEXTLINT_RULES = [
  'textlint-rule-zh-half-and-full-width-bracket',
  '@textlint-rule/textlint-rule-no-unmatched-pair',
  '@textlint-rule/textlint-rule-no-invalid-control-character',
  'textlint-rule-no-zero-width-spaces',
  'textlint-rule-no-nfd',
];

const peers = [await loadZhlint(), loadAutocorrect(), loadTextlint()];
const rows = [];
for (const file of readdirSync(SETS).sort()) {
  const { header, rows: pairs } = readTable(path.join(SETS, file));
  if (!header.includes('wrong')) continue;
  const scores = [];
  for (const peer of peers) scores.push(await score(peer, pairs));
  rows.push({ set: file.replace(/\.tsv$/u, ''), pairs: pairs.length, scores });
}
const total = {
  set: '合计',
  pairs: rows.reduce((sum, { pairs }) => sum + pairs, 0),
  scores: peers.map((_, at) => ({
    found: rows.reduce((sum, { scores }) => sum + scores[at].found, 0),
    alarmed: rows.reduce((sum, { scores }) => sum + scores[at].alarmed, 0),
  })),
};
console.log(`| 样例集 | 对数 | ${peers.map(({ name }) => `${name} 查出 | 对句也报`).join(' | ')} |`);
console.log(`| --- | --: | ${peers.map(() => '--: | --:').join(' | ')} |`);
for (const { set, pairs, scores } of [...rows, total])
  console.log(`| ${set} | ${pairs} | ${scores.map(({ found, alarmed }) => `${found} | ${alarmed}`).join(' | ')} |`);

/** Found: some report stands on the wrong side more often than on the right one. Alarmed: anything at all on the right side. */
async function score({ name, lint }, pairs) {
  let found = 0;
  let alarmed = 0;
  for (const { id, wrong, right } of pairs) {
    try {
      const onRight = countEach(await lint(right.replaceAll('\\n', '\n')));
      const onWrong = countEach(await lint(wrong.replaceAll('\\n', '\n')));
      if ([...onWrong].some(([key, count]) => count > (onRight.get(key) ?? 0))) found += 1;
      if (onRight.size > 0) alarmed += 1;
    } catch (error) {
      console.error(`${name} ${id}: ${error.message.split('\n')[0]}`);
    }
  }
  return { found, alarmed };
}

function countEach(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

async function loadZhlint() {
  const { run } = fromBench('zhlint');
  return {
    name: `zhlint ${fromBench('zhlint/package.json').version}`,
    lint: (text) => listEdits(text, run(text, { rules: { preset: 'default' } }).result),
  };
}

function loadAutocorrect() {
  const { format } = fromBench('autocorrect-node');
  return {
    name: `autocorrect ${fromBench('autocorrect-node/package.json').version}`,
    lint: (text) => listEdits(text, format(text)),
  };
}

/** Reports by rule and message; full-width brackets round Latin words are right in Chinese text. */
function loadTextlint() {
  const { TextlintKernel } = fromBench('@textlint/kernel');
  const plugin = fromBench('@textlint/textlint-plugin-text').default;
  const kernel = new TextlintKernel();
  const rules = TEXTLINT_RULES.map((name) => {
    const rule = fromBench(name);
    return { ruleId: name.split('textlint-rule-')[1], rule: rule.default ?? rule };
  });
  const options = { filePath: 'piece.txt', ext: '.txt', plugins: [{ pluginId: 'text', plugin }], rules };
  return {
    name: `textlint ${fromBench('textlint/package.json').version}`,
    lint: async (text) =>
      (await kernel.lintText(text, options)).messages
        .map(({ ruleId, message }) => `${ruleId} ${message}`)
        .filter((key) => !key.endsWith('Found full width brackets around non-Chinese text.')),
  };
}

/** What against what: `, → ，`. Spaces and half-width brackets, wanted against publishing practice, are left out. */
function listEdits(before, after) {
  const { diffChars } = fromBench('diff');
  const keys = [];
  let removed = '';
  for (const part of [...diffChars(before, after), { value: '' }]) {
    if (part.removed) {
      removed += part.value;
      continue;
    }
    const added = part.added ? part.value.trim() : '';
    const isBracket = /^[（）]+$/u.test(removed) && /^[()]+$/u.test(added);
    if ((removed !== '' || added !== '') && !isBracket) keys.push(`${removed} → ${added}`);
    removed = '';
  }
  return keys;
}
