import { ENGINE_VERSION, readLedger, review } from '@xiuzhi/review';

import { answer } from '../../jobs/child-answer.ts';
import type { RenewalInput, RenewalResult } from './renew-review.ts';

await answer<RenewalInput, RenewalResult>(async ({ volume, preset, settings }, progress) => {
  progress(10);
  const started = performance.now();
  const findings = review(volume, { preset, settings });
  progress(60);
  const { entries } = readLedger(volume, settings);
  const milliseconds = Math.round(performance.now() - started);
  progress(80);
  return { findings, ledger: entries, engine: ENGINE_VERSION, milliseconds };
});
