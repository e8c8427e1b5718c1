import type { Page } from 'playwright-core';

/** Gaps between drawn frames, milliseconds. */
export interface FrameGaps {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

/** Records when frames are drawn while `act` goes on, as the page's own requestAnimationFrame sees them. */
export async function sampleFrames(page: Page, act: () => Promise<void>): Promise<FrameGaps> {
  await page.evaluate(`
    window.frameTimes = [];
    (function take(now) { window.frameTimes.push(now); window.frameRequest = requestAnimationFrame(take); })(performance.now());
  `);
  await act();
  const times = await page.evaluate<number[]>('cancelAnimationFrame(window.frameRequest), window.frameTimes');
  const gaps = times
    .slice(1)
    .map((time, at) => time - times[at]!)
    .sort((a, b) => a - b);
  const at = (share: number) => Math.round(gaps[Math.floor((gaps.length - 1) * share)] ?? 0);
  return { frames: gaps.length, median: at(0.5), p95: at(0.95), longest: at(1) };
}
