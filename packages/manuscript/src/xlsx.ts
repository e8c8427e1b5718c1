// The second door of the package: whoever only reads and comments does not load the writer of sheets.
export { writeSheet, type PaperSheet } from './formats/xlsx/write-sheet.ts';
