// Measures the review engine, its peers and the limit of the machine on the same input in one run: see README.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { describeRun } from './describe-run.mjs';
import { installPeers } from './install-peers.mjs';
import { prepareCorpus } from './prepare-corpus.mjs';
import { printTable } from './print-table.mjs';
import { runChild } from './run-child.mjs';

const root = path.dirname(import.meta.dirname);
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, name: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log('npm run bench -- [--quick] [--name NAME]   figures as a table and in bench/results/NAME.json');
  process.exit(0);
}

/** Name and what it reads: the volume, split pieces or the file itself. */
const SUBJECTS = [
  ['limit', 'pieces'],
  ['review', 'volume'],
  ['review-pieces', 'pieces'],
  ['read', 'file'],
  ['autocorrect', 'pieces'],
  ['textlint', 'pieces'],
  ['zhlint', 'pieces'],
];
const SIZES = values.quick ? [150_000, 1_500_000] : [150_000, 1_500_000, 3_000_000, 15_000_000];
const TIMEOUT = 120_000;

installPeers();
const folder = mkdtempSync(path.join(os.tmpdir(), 'xiuzhi-bench-'));
try {
  const corpus = await prepareCorpus(root, folder, values.quick ? 150_000 : Infinity);
  const run = describeRun(root);
  console.log(
    `${corpus.source}: ${corpus.characters} characters in ${corpus.pieces} pieces · ${run.cpu} × ${run.cores} · Node ${run.node} · ${run.commit}`,
  );

  const subjects = [];
  for (const [name, input] of SUBJECTS) {
    const measured = runChild('measure.mjs', [name, corpus.file, values.quick ? '1' : '4'], TIMEOUT);
    subjects.push({ name, input, ...measured });
    console.error(`  ${name}: ${measured.problem ?? 'done'}`);
  }
  const cli = runChild('measure-cli.mjs', [corpus.book, values.quick ? '3' : '7'], TIMEOUT);
  const align = runChild('measure-align.mjs', [corpus.manuscript, values.quick ? '1' : '4'], TIMEOUT);
  const exported = runChild('measure-export.mjs', [corpus.manuscript, values.quick ? '1' : '4'], TIMEOUT);
  const live = runChild('measure-live.mjs', [corpus.book, values.quick ? '100' : '1000'], TIMEOUT);
  const many = runChild('measure-many.mjs', [corpus.book, values.quick ? '3' : '21'], TIMEOUT);
  const typeset = runChild('measure-typeset.mjs', [values.quick ? '3' : '21'], TIMEOUT);
  console.error(`  typeset: ${typeset.problem ?? 'done'}`);
  console.error(`  live: ${live.problem ?? 'done'}\n  many: ${many.problem ?? 'done'}`);
  const growth = SIZES.map((size) => runChild('measure-growth.mjs', [corpus.whole, String(size)], TIMEOUT));

  const load = values.quick ? ['10', '10'] : ['120', '50'];
  const service = runChild('service/measure-service.mjs', load, 600_000);
  const bulletins = runChild('service/measure-bulletins.mjs', load, 600_000);
  const backIssues = runChild('service/measure-back-issues.mjs', [values.quick ? '10' : '300'], 600_000);
  console.error(`  service: ${service.problem ?? 'done'}\n  bulletins: ${bulletins.problem ?? 'done'}`);
  console.error(`  back issues: ${backIssues.problem ?? 'done'}`);

  const figures = rate(subjects, corpus.characters);
  const ours = figures.find(({ name }) => name === 'review-pieces');
  const limit = figures.find(({ name }) => name === 'limit');
  for (const figure of figures) {
    figure.ofLimit = ratio(figure.warm, limit.warm);
    figure.reviewIsTimes = ratio(ours.warm, figure.warm);
  }
  console.log(
    `\n${printTable({ figures, cli, live, many, align, exported, typeset, growth, corpus, service, bulletins, backIssues })}`,
  );

  const name = values.name ?? `${run.date}-${run.commit}`;
  const { file: _file, manuscript: _manuscript, whole: _whole, book: _book, ...about } = corpus;
  const result = {
    ...run,
    quick: values.quick,
    corpus: about,
    unit: 'characters per CPU second',
    figures,
    cli,
    live,
    many,
    align,
    growth,
    exported,
    typeset,
    service,
    bulletins,
    backIssues,
  };
  mkdirSync(path.join(import.meta.dirname, 'results'), { recursive: true });
  const output = path.join(import.meta.dirname, 'results', `${name}.json`);
  writeFileSync(output, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\n${path.relative(root, output)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Turns CPU seconds into characters a CPU second; a peer that left pieces out is rated on those it read. */
function rate(subjects, all) {
  return subjects.map((subject) => {
    const { characters = all, warmSeconds, coldSeconds } = subject;
    return {
      ...subject,
      warm: warmSeconds === undefined ? null : Math.round(characters / warmSeconds),
      cold: coldSeconds === undefined ? null : Math.round(characters / coldSeconds),
    };
  });
}

function ratio(a, b) {
  return a && b ? Number((a / b).toPrecision(3)) : null;
}
