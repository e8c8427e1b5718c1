/** Pads a text with spaces to `columns` on the screen (按显示宽度补齐), where a Han character takes two. */
export function padDisplay(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - measureDisplay(text)));
}

/** Columns a text takes in a terminal (显示宽度); quotes and dashes count as one, as most terminals draw them. */
export function measureDisplay(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Lays rows of cells in columns, two spaces apart (对齐成列). */
export function layColumns(rows: readonly (readonly string[])[]): string {
  const most = rows.reduce((columns, row) => Math.max(columns, row.length), 0);
  const widths = Array.from({ length: most }, (_, column) =>
    rows.reduce((width, row) => Math.max(width, measureDisplay(row[column] ?? '')), 0),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => padDisplay(cell, widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
