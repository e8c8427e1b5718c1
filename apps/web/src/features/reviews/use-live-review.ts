import type { Finding, Preset } from '@xiuzhi/review';
import { useCallback, useEffect, useRef, useState } from 'react';

import { findChangedLine } from './find-changed-line.ts';
import type { LiveAnswer, LiveRequest } from './live-protocol.ts';

/** Findings of a text that is being written (随写随审), kept up in a thread of its own. */
export function useLiveReview(preset: Preset, year: number | null) {
  const worker = useRef<Worker | null>(null);
  const sent = useRef({ version: 0, text: '', isOpen: false });
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [isChecking, setIsChecking] = useState(false);

  const ask = useCallback((request: LiveRequest) => worker.current?.postMessage(request), []);

  useEffect(() => {
    const thread = new Worker(new URL('live.worker.ts', import.meta.url), { type: 'module' });
    worker.current = thread;
    thread.addEventListener('message', ({ data }: MessageEvent<LiveAnswer>) => {
      // Words typed meanwhile have made it old.
      if (data.version !== sent.current.version) return;
      setFindings((shown) => (data.kind === 'text' ? data.findings : placeLine(shown, data)));
      if (data.kind === 'text') setIsChecking(false);
    });
    return () => thread.terminate();
  }, []);

  const open = useCallback(
    (text: string) => {
      const version = sent.current.version + 1;
      sent.current = { version, text, isOpen: true };
      setIsChecking(true);
      ask({ kind: 'open', version, text, preset, year });
    },
    [ask, preset, year],
  );

  // Another kind of text, or another year, is another review of the same words.
  useEffect(() => {
    if (sent.current.isOpen) open(sent.current.text);
  }, [open]);

  const change = useCallback(
    (text: string) => {
      const { version, text: before, isOpen } = sent.current;
      const changed = isOpen ? findChangedLine(before, text) : null;
      if (changed === null) {
        if (text !== before || !isOpen) open(text);
        return;
      }
      sent.current = { version: version + 1, text, isOpen };
      setIsChecking(true);
      ask({ kind: 'line', version: version + 1, ...changed });
    },
    [ask, open],
  );

  return { findings, isChecking, change };
}

/** Findings of the changed line are replaced, those behind it moved, until the whole text has been checked again. */
function placeLine(shown: readonly Finding[], line: Extract<LiveAnswer, { kind: 'line' }>): Finding[] {
  const { start, end, by, findings } = line;
  const before = shown.filter((finding) => finding.end <= start);
  const behind = shown.filter((finding) => finding.start >= end - by).map((finding) => move(finding, by));
  return [...before, ...findings, ...behind];
}

function move(finding: Finding, by: number): Finding {
  const { start, end, suggestion } = finding;
  return {
    ...finding,
    start: start + by,
    end: end + by,
    ...(suggestion && { suggestion: { ...suggestion, start: suggestion.start + by, end: suggestion.end + by } }),
  };
}
