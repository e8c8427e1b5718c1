/** The figures as a table for people. */
export function printTable(figures, cli, growth, corpus) {
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
    : `xiuzhi review (whole process, ${corpus.characters} characters): ${seconds(cli.review.cpuSeconds)} CPU s, ` +
      `${seconds(cli.review.wallSeconds)} s on the clock, ${cli.review.peakMb} MB; start alone ${seconds(cli.start.cpuSeconds)} CPU s`;
  const notes = figures
    .filter(({ skipped }) => skipped)
    .map(
      ({ name, skipped, skippedBecause }) =>
        `${name} threw on ${skipped} of ${corpus.pieces} pieces, which are left out: ${skippedBecause}`,
    );
  return [[lay(peers), ...notes].join('\n'), command, lay(sizes)].join('\n\n');
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
