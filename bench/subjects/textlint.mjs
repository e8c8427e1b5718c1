import { createRequire } from 'node:module';

import { overPieces } from '../over-pieces.mjs';

const require = createRequire(import.meta.url);

/** Rules for Chinese text, or for any text, that npm has; the Chinese preset itself is not published there. */
const RULES = [
  'textlint-rule-zh-half-and-full-width-bracket',
  '@textlint-rule/textlint-rule-no-unmatched-pair',
  '@textlint-rule/textlint-rule-no-invalid-control-character',
  'textlint-rule-no-zero-width-spaces',
  'textlint-rule-no-nfd',
];

/** textlint's kernel with its plain-text plugin and RULES. */
export function load({ pieces }) {
  const { TextlintKernel } = require('@textlint/kernel');
  const plugin = require('@textlint/textlint-plugin-text').default;
  const kernel = new TextlintKernel();
  const options = {
    filePath: 'piece.txt',
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin }],
    rules: RULES.map((name) => ({ ruleId: name.split('textlint-rule-')[1], rule: unwrap(require(name)) })),
  };
  return {
    version: require('textlint/package.json').version,
    ...overPieces(pieces, async (piece) => (await kernel.lintText(piece, options)).messages.length),
  };
}

function unwrap(module) {
  return module.default ?? module;
}
