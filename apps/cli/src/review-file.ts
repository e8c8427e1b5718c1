import v8 from 'node:v8';

import { review, type Finding, type Preset, type Settings, type Volume } from '@xiuzhi/review';

import { describeFailure } from './describe-failure.ts';
import { locateLines } from './locate-lines.ts';
import { readInput, type Input } from './read-input.ts';
import type { FailedFile, PlacedFinding, ReviewedFile } from './reviewed-file.ts';

/** What is to be done with a file (审校任务). */
export interface ReviewJob {
  readonly path: string;
  readonly preset: Preset;
  readonly settings: Settings;
  /** Last year's book, to compare bases and copied passages with. */
  readonly previous?: string;
  /** Where a Word file with comments goes. */
  readonly comments?: string;
  /** Whether the safe edits are made. */
  readonly fix?: boolean;
}

/** Reads a file, reviews it, and writes what was asked for (审校一个文件); a failure is a value. */
export async function reviewFile(job: ReviewJob): Promise<ReviewedFile | FailedFile> {
  const { path, preset } = job;
  try {
    const settings =
      job.previous === undefined ? job.settings : { ...job.settings, previous: await readVolume(job.previous) };
    const input = await readInput(path);
    const { volume } = input.manuscript;
    // A book is gone through once: what the second compiler would make faster is over by the time it has.
    v8.setFlagsFromString('--no-opt');
    const locate = locateLines(volume.text);
    const place = (finding: Finding): PlacedFinding => ({ ...finding, ...locate(finding.start) });
    const reviewed = {
      path,
      chars: volume.text.length,
      findings: review(volume, { preset, settings, everyPlace: job.fix }).map(place),
    };
    const written = await writeAsked(input, reviewed.findings, job);
    return written === undefined ? reviewed : { ...reviewed, written };
  } catch (error) {
    return { path, failure: describeFailure(error) };
  }
}

async function readVolume(path: string): Promise<Volume> {
  return (await readInput(path)).manuscript.volume;
}

async function writeAsked(
  input: Input,
  findings: readonly PlacedFinding[],
  { comments, fix }: ReviewJob,
): Promise<ReviewedFile['written']> {
  // Loaded here: a review on the screen does not pay for writing files.
  if (comments !== undefined) {
    const { writeAnnotated } = await import('./write-annotated.ts');
    const { count, unanchored } = await writeAnnotated(input, findings, comments);
    return { note: `${comments}：批注 ${count} 条`, left: unanchored, reason: '在文档中未能定位，没有批注' };
  }
  if (fix !== true) return undefined;
  const { fixFile } = await import('./fix-file.ts');
  return fixFile(input, findings);
}
