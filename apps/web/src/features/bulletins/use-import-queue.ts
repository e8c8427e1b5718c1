import { BULLETIN_ROUTES } from '@xiuzhi/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

import { api } from '../../api.ts';
import { fillRoute } from '../../ui/download-file.ts';
import { type Sending, sendFile } from '../../ui/send-file.ts';
import type { BackIssue } from './archive-words.ts';

/** A file that was not taken, with the sentence why. */
export interface NotTaken {
  readonly file: File;
  readonly message: string;
}

/** How far an import has come (导入进度). */
export interface ImportProgress {
  readonly total: number;
  readonly done: number;
  readonly kept: number;
  readonly waiting: number;
  readonly dropped: number;
  readonly notTaken: readonly NotTaken[];
  /** Name of the file under way; null once it is over. */
  readonly current: string | null;
  readonly isCancelled: boolean;
}

/** The lists are read again after so many files, and at the end. */
const EVERY = 5;
const START = { done: 0, kept: 0, waiting: 0, dropped: 0, notTaken: [], current: null, isCancelled: false };

/** Import of many files (批量导入): sent one after another, so that each has its answer and the whole can be stopped. */
export function useImportQueue(seriesId: string): {
  progress: ImportProgress | null;
  start: (files: readonly File[]) => void;
  cancel: () => void;
  close: () => void;
} {
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const sending = useRef<Sending>(null);
  const isStopped = useRef(false);
  const cancel = useCallback(() => {
    isStopped.current = true;
    sending.current?.cancel();
  }, []);
  useEffect(() => cancel, [cancel]);

  const run = async (files: readonly File[]) => {
    isStopped.current = false;
    let now: ImportProgress = { ...START, total: files.length };
    const tell = (change: Partial<ImportProgress>) => {
      now = { ...now, ...change };
      setProgress(now);
    };
    const refresh = () =>
      Promise.all(
        [api.bulletins.listBackIssues.key(), api.bulletins.numbering.key(), api.bulletins.list.key()].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    for (const file of files) {
      if (isStopped.current) break;
      tell({ current: file.name });
      try {
        sending.current = sendFile(fillRoute(BULLETIN_ROUTES.backIssue, { id: seriesId }), {}, file, () => undefined);
        const { state } = (await sending.current.sent) as BackIssue;
        tell({ done: now.done + 1, [state]: now[state] + 1 });
      } catch (error) {
        // Stopped in the middle: it may have arrived all the same, and is then in the list below.
        if (error instanceof DOMException) break;
        tell({ done: now.done + 1, notTaken: [...now.notTaken, { file, message: (error as Error).message }] });
      }
      if (now.done % EVERY === 0) void refresh();
    }
    tell({ current: null, isCancelled: isStopped.current });
    await refresh();
  };
  return { progress, start: (files) => void run(files), cancel, close: () => setProgress(null) };
}
