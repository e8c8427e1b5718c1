/** The figures as a table for people. */
export function printTable({
  figures,
  cli,
  live,
  many,
  align,
  exported,
  typeset,
  growth,
  corpus,
  service,
  bulletins,
  backIssues,
}) {
  const peers = [
    ['subject', 'version', 'input', 'findings', 'cold s', 'warm s', 'chars/CPU s', 'of limit', 'ours is ×'],
    ...figures.map((figure) =>
      figure.problem
        ? [figure.name, '', figure.input, figure.problem]
        : [
            figure.name,
            figure.version ?? '',
            figure.input,
            String(figure.findings),
            seconds(figure.coldSeconds),
            seconds(figure.warmSeconds),
            millions(figure.warm),
            figure.ofLimit === null ? '' : `${(figure.ofLimit * 100).toPrecision(3)} %`,
            figure.reviewIsTimes === null ? '' : String(figure.reviewIsTimes),
          ],
    ),
  ];
  const sizes = [
    ['characters', 'findings', 'read s', 'read chars/s', 'review s', 'review chars/s', 'peak MB'],
    ...growth.map((one) =>
      one.problem
        ? [one.problem]
        : [
            String(one.characters),
            String(one.findings),
            seconds(one.readSeconds),
            millions(one.read),
            seconds(one.reviewSeconds),
            millions(one.review),
            String(one.peakMb),
          ],
    ),
  ];
  const command = cli.problem
    ? cli.problem
    : `xiuzhi review (whole process, ${live.characters ?? corpus.characters} characters): ${seconds(cli.review.cpuSeconds)} CPU s, ` +
      `${seconds(cli.review.wallSeconds)} s on the clock, ${cli.review.peakMb} MB; start alone ${seconds(cli.start.cpuSeconds)} CPU s`;
  const notes = figures
    .filter(({ skipped }) => skipped)
    .map(
      ({ name, skipped, skippedBecause }) =>
        `${name} threw on ${skipped} of ${corpus.pieces} pieces, which are left out: ${skippedBecause}`,
    );
  return [
    [lay(peers), ...notes].join('\n'),
    command,
    describeLive(live),
    describeMany(many),
    describeAlignment(align),
    describeExport(exported),
    describeTypeset(typeset),
    lay(sizes),
    printService('service', service),
    printService('bulletins', bulletins),
    describeBackIssues(backIssues),
  ].join('\n\n');
}

function printService(name, service) {
  if (service.problem) return service.problem;
  const { size, people, think, all, cpu } = service;
  const rooms = Object.entries(size).map(([what, count]) => `${count} ${what}`);
  const head =
    `${name}: ${rooms.join(', ')}; ${people} people, ${think} ms between two requests; ${all.n} requests, ` +
    `${service.faults} faults; p50 ${all.p50} ms, p95 ${all.p95} ms, p99 ${all.p99} ms; ` +
    `CPU of a request ${cpu.server} ms in the server, ${cpu.database} ms in the database`;
  const rows = [
    ['operation', 'requests', 'p50 ms', 'p95 ms', 'max ms', 'statements'],
    ...service.figures.map(({ name, n, p50, p95, max, statements }) =>
      [name, n, p50, p95, max, statements].map((cell) => String(cell)),
    ),
  ];
  return `${head}\n${lay(rows)}`;
}

function describeLive(live) {
  if (live.problem) return live.problem;
  return (
    `as one types in a book of ${live.characters} characters: a changed paragraph p50 ${live.p50} ms, p95 ${live.p95} ms, ` +
    `max ${live.max} ms; the whole book again ${live.book} ms`
  );
}

function describeMany(many) {
  if (many.problem) return many.problem;
  return `${many.files} Word files of ${many.characters} characters each, from disk, ${many.cores} cores: ${many.seconds} s on the clock`;
}

function describeExport(exported) {
  if (exported.problem) return exported.problem;
  return (
    `Word export of a book of ${Math.round(exported.bytes / 1e3)} kB with ${exported.comments} comments ` +
    `(${exported.anchored} at their places): ${seconds(exported.write)} CPU s; reading it: ${seconds(exported.read)}`
  );
}

function describeBackIssues(backIssues) {
  if (backIssues.problem) return backIssues.problem;
  const { files, seconds: clock, p50, p95, outcomes } = backIssues;
  const said = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  return `${files} back issues as files, one after another: ${clock} s on the clock, each p50 ${p50} ms, p95 ${p95} ms; ${said.join(', ')}`;
}

function describeTypeset(typeset) {
  if (typeset.problem) return typeset.problem;
  const { items, pages, pdf, docx, html, rows, tablePages, table } = typeset;
  return (
    `typesetting a bulletin of ${items} items (${pages} pages), start of the process included: PDF ${seconds(pdf.median)} s, ` +
    `slowest ${seconds(pdf.slowest)}; Word file ${seconds(docx.median)}, HTML ${seconds(html.median)}; ` +
    `a table of ${rows} rows (${tablePages} pages): ${seconds(table.median)} s`
  );
}

function describeAlignment(align) {
  if (align.problem) return align.problem;
  return (
    `alignment of two revisions (${align.blocks} blocks, ${align.rowsNotSame} rows not the same): ` +
    `${seconds(align.coldSeconds)} CPU s the first time, ${seconds(align.warmSeconds)} warm; every block followed: ` +
    `${seconds(align.followSeconds)}; a plain diff of the blocks (npm diff): ${seconds(align.peerSeconds)}; ` +
    `one loop over both texts: ${seconds(align.limitSeconds)}`
  );
}

function lay(rows) {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => (row.length > 4 ? (row[column] ?? '').length : 0))),
  );
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    )
    .join('\n');
}

function seconds(value) {
  return value.toPrecision(3);
}

function millions(value) {
  return `${(value / 1e6).toPrecision(3)} M`;
}
