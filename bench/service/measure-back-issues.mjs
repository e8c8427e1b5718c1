// Hundreds of back issues taken in beside 1,900 others, one request a file as the page sends them:
// node measure-back-issues.mjs [files]; prints one line of JSON.
import { typesetDocx, typesetPdf } from '@xiuzhi/typeset';

import { sampleBulletin } from '../../packages/typeset/test/sample-papers.ts';
import { fillBulletins } from './fill-bulletins.mjs';
import { openService } from './open-service.mjs';

const [files = 300] = process.argv.slice(2).map(Number);
const NAME = '甲市方志动态';
const ISSUES_A_YEAR = 90;

const service = await openService(fillBulletins, 1);
try {
  const [{ api, fetch }] = service.users;
  const series = await openSeries(api);
  const made = [];
  for (let at = 0; at < files; at++) made.push(await writeIssue(at));

  const times = [];
  const outcomes = {};
  const began = performance.now();
  for (const { name, bytes } of made) {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    const start = performance.now();
    const answer = await fetch(`/api/bulletins/series/${series.id}/back-issues`, { method: 'POST', body: form });
    times.push(performance.now() - start);
    const { state, message } = await answer.json();
    outcomes[state ?? message] = (outcomes[state ?? message] ?? 0) + 1;
  }
  const seconds = (performance.now() - began) / 1_000;
  times.sort((one, other) => one - other);
  const at = (share) => Math.round(times[Math.floor((times.length - 1) * share)]);
  const { years } = await api.bulletins.numbering({ id: series.id });
  const numbered = years.reduce((sum, { issues }) => sum + issues, 0);
  console.log(
    JSON.stringify({
      files,
      seconds: Number(seconds.toFixed(1)),
      p50: at(0.5),
      p95: at(0.95),
      max: at(1),
      outcomes,
      numbered,
    }),
  );
} finally {
  await service.close();
}

async function openSeries(api) {
  const [{ organisation }] = await api.bulletins.listSeries();
  return api.bulletins.createSeries({
    organisationId: organisation.id,
    kind: 'work',
    name: NAME,
    issuer: '甲市地方志工作办公室',
    columns: ['特别关注', '县区动态'],
    sourceLine: true,
    intake: false,
    circulated: false,
    running: true,
    base: null,
    printedBy: '甲市地方志工作办公室综合科',
    copies: 25,
    recipients: { up: [], across: [], down: [] },
  });
}

/** An issue of six items as a file: most are Word files, every fourth a PDF. */
async function writeIssue(at) {
  const [year, number] = [2015 + Math.floor(at / ISSUES_A_YEAR), 1 + (at % ISSUES_A_YEAR)];
  const [, month, day] = new Date(Date.UTC(year, 0, 3 + number * 4)).toISOString().slice(0, 10).split('-').map(Number);
  const date = `${year}年${month}月${day}日`;
  const sample = sampleBulletin(6);
  const sourced = (item) => ({ ...item, source: item.source ?? sample.issuer });
  const paper = sampleBulletin(6, {
    sections: sample.sections.map(({ column, items }) => ({ column, items: items.map(sourced) })),
    masthead: NAME,
    numberLine: `第${number}期（总第${at + 1}期）`,
    date,
    printedOn: date,
  });
  const kind = at % 4 === 0 ? 'pdf' : 'docx';
  const bytes = kind === 'pdf' ? (await typesetPdf(paper)).pdf : await typesetDocx(paper);
  return { name: `${year}年第${number}期.${kind}`, bytes };
}
