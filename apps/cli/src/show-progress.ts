/** Shows one line that changes (进度) on a terminal; elsewhere nothing, so that logs stay short. */
export interface Progress {
  readonly show: (line: string) => void;
  /** Wipes the line, before something that stays is printed. */
  readonly clear: () => void;
}

/** Progress on standard error, which leaves standard output to results. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let shown = '';
  return {
    show(line) {
      if (!stream.isTTY || line === shown) return;
      shown = line;
      stream.write(`\r\u001b[K${line}`);
    },
    clear() {
      if (shown !== '') stream.write('\r\u001b[K');
      shown = '';
    },
  };
}
