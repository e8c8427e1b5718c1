/** Command (命令): its help, and what it does with the words after its name. Resolves with the exit status. */
export interface Command {
  /** Whole help text in Chinese, ready to print. */
  readonly help: string;
  readonly run: (words: readonly string[]) => Promise<number>;
}

/** Exit statuses (退出码): nothing to report, something found, could not run. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const;

/** Why a command could not run (未能执行): `message` is one Chinese sentence for standard error. */
export class CommandRefusal extends Error {
  override readonly name = 'CommandRefusal';
}
