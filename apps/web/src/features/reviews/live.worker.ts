import { openLiveReview, volumeFromText, type LiveReview } from '@xiuzhi/review';

import type { LiveAnswer, LiveRequest } from './live-protocol.ts';

/** A pause in typing after which the whole text is checked across its entries. */
const PAUSE = 400;

let review: LiveReview | undefined;
/** Line of the text → block of the volume; empty lines have none. */
let blockOfLine: number[] = [];
let waiting: ReturnType<typeof setTimeout> | undefined;

addEventListener('message', ({ data }: MessageEvent<LiveRequest>) => {
  if (data.kind === 'open') openText(data);
  else replaceLine(data);
});

function openText({ version, text, preset, year }: Extract<LiveRequest, { kind: 'open' }>): void {
  review = openLiveReview(volumeFromText(text), { preset, settings: year === null ? {} : { recordedYear: year } });
  let block = 0;
  blockOfLine = text.split('\n').map((line) => (line === '' ? -1 : block++));
  checkText(version);
}

function replaceLine({ version, line, text }: Extract<LiveRequest, { kind: 'line' }>): void {
  const block = blockOfLine[line] ?? -1;
  if (review === undefined || block < 0) return;
  const before = review.volume().blocks[block]!;
  const findings = review.replaceBlock(block, text);
  const { start, end } = review.volume().blocks[block]!;
  send({ kind: 'line', version, start, end, by: end - before.end, findings });
  clearTimeout(waiting);
  waiting = setTimeout(() => checkText(version), PAUSE);
}

function checkText(version: number): void {
  clearTimeout(waiting);
  if (review !== undefined) send({ kind: 'text', version, findings: review.checkBook() });
}

function send(answer: LiveAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  postMessage(answer);
}
