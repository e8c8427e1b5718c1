import {
  describeReport,
  encodeSourceMap,
  ManuscriptRefusal,
  readManuscript,
  type ImportReport,
} from '@xiuzhi/manuscript';
import { ENGINE_VERSION, readLedger, review } from '@xiuzhi/review';

import { answer } from '../../jobs/child-answer.ts';
import { openFileStore } from '../../objects/object-store.ts';
import type { ReadInput, ReadResult, StoredReport } from './read-revision.ts';

await answer<ReadInput, ReadResult>(async (input, progress) => {
  const { fileName, sha256, objectFolder, preset, settings, readingSha256 } = input;
  const bytes = await openFileStore(objectFolder).get(readingSha256 ?? sha256);
  progress(10);
  try {
    const manuscript = await readManuscript(bytes, readingSha256 ? 'converted.docx' : fileName);
    progress(50);
    const started = performance.now();
    const findings = review(manuscript.volume, { preset, settings });
    const { entries } = readLedger(manuscript.volume, settings);
    const milliseconds = Math.round(performance.now() - started);
    progress(70);
    return {
      volume: manuscript.volume,
      sourceMap: encodeSourceMap(manuscript.sources),
      report: keepReport(manuscript.report, readingSha256 !== null),
      findings,
      ledger: entries,
      engine: ENGINE_VERSION,
      milliseconds,
    };
  } catch (error) {
    if (error instanceof ManuscriptRefusal) return { problem: error.message };
    throw error;
  }
});

/** The report with its sentences; what conversion may have changed belongs in it. */
function keepReport({ entries, foreign }: ImportReport, isConverted: boolean): StoredReport {
  const converted = { kind: 'converted', taken: 'text', count: 1, places: [] } as const;
  const all = isConverted ? [...entries, converted] : entries;
  return { entries: all, foreign, lines: describeReport({ entries: all }) };
}
