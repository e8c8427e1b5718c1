import type { Bulletin } from './bulletin.ts';

/** What an office knows beside the file (已知信息). */
export interface BulletinOptions {
  /** Full names of persons, so that 清华书记 is known; nothing is guessed without it. */
  readonly persons?: readonly string[];
  /** Year of the issue where neither number nor date prints one. */
  readonly year?: number;
}

/** Reads the lines of a file, page breaks as '\f', into a bulletin (读简报); `problems` says what could not be read. */
export function readBulletin(_lines: readonly string[], _options: BulletinOptions = {}): Bulletin {
  return {
    series: null,
    kind: null,
    year: null,
    number: null,
    total: null,
    supplement: false,
    office: null,
    date: null,
    columns: [],
    items: [],
    disclosure: null,
    recipients: { up: [], across: [], down: [] },
    printedBy: null,
    printedOn: null,
    copies: null,
    candidates: { demands: [], persons: [], works: [], figures: [], meetings: [] },
    problems: [{ code: 'no-text', severity: 'refuse', message: '文件里没有文字，请先识别文字或录入后再导入。' }],
  };
}
